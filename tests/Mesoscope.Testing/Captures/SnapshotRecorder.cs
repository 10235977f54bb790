using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Testing.Captures;

/// <summary>Keeps every entry that it is given, and can tell them as text, in order, for comparisons.</summary>
public sealed class SnapshotRecorder : ISnapshotSink
{
    readonly List<string> _lines = [];

    /// <summary>One line an entry with all its values, and lines for the beginning and the end.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The machines.</summary>
    public List<MachineEntry> Machines { get; } = [];

    /// <summary>The interfaces.</summary>
    public List<InterfaceEntry> Interfaces { get; } = [];

    /// <summary>The users.</summary>
    public List<UserEntry> Users { get; } = [];

    /// <summary>The groups.</summary>
    public List<GroupEntry> Groups { get; } = [];

    /// <summary>The threads.</summary>
    public List<ThreadEntry> Threads { get; } = [];

    /// <summary>The descriptors with their threads.</summary>
    public List<(long Tid, DescriptorEntry Entry)> Descriptors { get; } = [];

    /// <summary>How often a section began.</summary>
    public int SectionCount { get; private set; }

    /// <summary>How often the state was complete.</summary>
    public int EndCount { get; private set; }

    /// <inheritdoc/>
    public void BeginSection()
    {
        SectionCount++;
        _lines.Add("section");
    }

    /// <inheritdoc/>
    public void AddMachine(MachineEntry machine) => Keep(Machines, machine);

    /// <inheritdoc/>
    public void AddInterface(InterfaceEntry entry) => Keep(Interfaces, entry);

    /// <inheritdoc/>
    public void AddUser(UserEntry user) => Keep(Users, user);

    /// <inheritdoc/>
    public void AddGroup(GroupEntry group) => Keep(Groups, group);

    /// <inheritdoc/>
    public void AddThread(ThreadEntry thread) => Keep(Threads, thread);

    /// <inheritdoc/>
    public void AddDescriptor(long tid, DescriptorEntry descriptor)
    {
        Descriptors.Add((tid, descriptor));
        _lines.Add("thread " + tid.ToString(CultureInfo.InvariantCulture) + " " + Describe(descriptor));
    }

    /// <inheritdoc/>
    public void EndSnapshot()
    {
        EndCount++;
        _lines.Add("end");
    }

    void Keep<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(List<T> list, T entry)
        where T : class
    {
        list.Add(entry);
        _lines.Add(Describe(entry));
    }

    static string Describe<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T entry)
        where T : class
    {
        var text = new StringBuilder(typeof(T).Name);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(entry);
            text.Append(CultureInfo.InvariantCulture, $" {property.Name}={(value is byte[] bytes ? Convert.ToHexString(bytes) : value)}");
        }

        return text.ToString();
    }
}
