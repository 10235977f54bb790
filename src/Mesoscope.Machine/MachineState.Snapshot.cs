using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Network;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Takes in the first state.</content>
public sealed partial class MachineState : ISnapshotSink
{
    readonly HashSet<ushort> _serverPorts = [];
    long _importedTid;
    DescriptorState? _imported;

    /// <summary>How many sections have begun; a state engine notices a new one by it.</summary>
    internal int SectionCount { get; private set; }

    /// <inheritdoc/>
    public void BeginSection()
    {
        SectionCount++;
        Info = null;
        FirstEventTime = LastEventTime = 0;
        Threads.Clear();
        Interfaces.Clear();
        Users.Clear();
        Containers.Clear();
        Mesos.Clear();
        Kubernetes.Clear();
        _serverPorts.Clear();
        Spans.Clear();
    }

    /// <inheritdoc/>
    public void AddMachine(MachineEntry machine) => Info = machine;

    /// <inheritdoc/>
    public void AddInterface(InterfaceEntry entry) => Interfaces.Add(entry);

    /// <inheritdoc/>
    public void AddUser(UserEntry user) => Users.Add(user);

    /// <inheritdoc/>
    public void AddGroup(GroupEntry group) => Users.Add(group);

    /// <inheritdoc/>
    public void AddThread(ThreadEntry thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (Threads.Count >= Limits.Threads)
        {
            RefusedThreadCount++;
            return;
        }

        var state = ThreadImport.FromEntry(thread);
        if (state.IsMainThread)
        {
            state.Environment = thread.Environment;
            SetWorkingDirectory(state, thread.WorkingDirectory, thread.WorkingDirectory.Length);
        }

        Threads.Set(state);
        Containers.Resolve(state);
    }

    /// <inheritdoc/>
    public void AddDescriptor(long tid, DescriptorEntry descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (Threads.Find(tid) is not { } thread)
        {
            return;
        }

        var state = DescriptorImport.FromEntry(descriptor, _importedTid == tid ? _imported : null, PortStyle);
        if (state is null)
        {
            return;
        }

        _importedTid = tid;
        _imported = state;
        if (state.Type is DescriptorType.IPv4Server or DescriptorType.IPv6Server)
        {
            _serverPorts.Add(state.SourcePort);
        }

        if (thread.Descriptors.Add(descriptor.Number, state, Limits.DescriptorsPerProcess) is null)
        {
            RefusedDescriptorCount++;
        }
    }

    /// <inheritdoc/>
    public void EndSnapshot()
    {
        _imported = null;
        foreach (var thread in Threads.ToArray())
        {
            CountChild(thread);
        }

        foreach (var thread in Threads.ToArray())
        {
            foreach (var (_, descriptor) in thread.Descriptors.Items())
            {
                SetDirection(descriptor);
            }
        }
    }

    // The list of the open sockets does not tell who called: whoever uses a port that somebody listens on was called.
    void SetDirection(DescriptorState descriptor)
    {
        if (descriptor.Type != DescriptorType.IPv4Socket)
        {
            return;
        }

        if (!_serverPorts.Contains(descriptor.SourcePort))
        {
            descriptor.Flags |= DescriptorFlags.RoleClient;
            return;
        }

        descriptor.SwapEnds();
        descriptor.Flags |= DescriptorFlags.RoleServer;
        Span<byte> name = stackalloc byte[AddressText.MaxTupleBytes];
        ReadOnlySpan<byte> memory = descriptor.Socket;
        descriptor.SetName(name[..AddressText.Tuple(memory[..4], descriptor.SourcePort, memory[4..8], descriptor.DestinationPort, name, PortStyle with { Protocol = descriptor.TransportProtocol })]);
    }
}
