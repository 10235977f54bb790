using Mesoscope.Events.Snapshot;

namespace Mesoscope.Cli.Recording;

/// <summary>
/// Passes the state that a capture holds on and keeps what came last, so that it can be written as it was: the first state, that of
/// another section, or what was added between events.
/// </summary>
sealed class SnapshotRecord(ISnapshotSink target) : ISnapshotSink
{
    readonly List<InterfaceEntry> _interfaces = [];
    readonly List<UserEntry> _users = [];
    readonly List<GroupEntry> _groups = [];
    readonly List<ThreadEntry> _threads = [];
    readonly List<(long Tid, DescriptorEntry Descriptor)> _descriptors = [];
    MachineEntry? _machine;
    bool _isSection;
    bool _isComplete;

    /// <summary>Called whenever a state is complete and was passed on; null for nobody.</summary>
    public Action? Completed { get; set; }

    /// <summary>Delivers what was kept.</summary>
    /// <param name="sink">Receives it.</param>
    /// <param name="wants">Which threads, with their descriptors, are wanted; null for all.</param>
    public void Replay(ISnapshotSink sink, Predicate<long>? wants)
    {
        if (_isSection)
        {
            sink.BeginSection();
        }

        if (_machine is not null)
        {
            sink.AddMachine(_machine);
        }

        _interfaces.ForEach(sink.AddInterface);
        _users.ForEach(sink.AddUser);
        _groups.ForEach(sink.AddGroup);
        foreach (var thread in _threads)
        {
            if (wants is null || wants(thread.Tid))
            {
                sink.AddThread(thread);
            }
        }

        foreach (var (tid, descriptor) in _descriptors)
        {
            if (wants is null || wants(tid))
            {
                sink.AddDescriptor(tid, descriptor);
            }
        }

        sink.EndSnapshot();
    }

    public void BeginSection()
    {
        Forget();
        _isSection = true;
        target.BeginSection();
    }

    public void AddMachine(MachineEntry machine)
    {
        BeginAddition();
        _machine = machine;
        target.AddMachine(machine);
    }

    public void AddInterface(InterfaceEntry entry)
    {
        BeginAddition();
        _interfaces.Add(entry);
        target.AddInterface(entry);
    }

    public void AddUser(UserEntry user)
    {
        BeginAddition();
        _users.Add(user);
        target.AddUser(user);
    }

    public void AddGroup(GroupEntry group)
    {
        BeginAddition();
        _groups.Add(group);
        target.AddGroup(group);
    }

    public void AddThread(ThreadEntry thread)
    {
        BeginAddition();
        _threads.Add(thread);
        target.AddThread(thread);
    }

    public void AddDescriptor(long tid, DescriptorEntry descriptor)
    {
        BeginAddition();
        _descriptors.Add((tid, descriptor));
        target.AddDescriptor(tid, descriptor);
    }

    public void EndSnapshot()
    {
        target.EndSnapshot();
        _isComplete = true;
        Completed?.Invoke();
    }

    void BeginAddition()
    {
        if (_isComplete)
        {
            Forget();
        }
    }

    void Forget()
    {
        _isSection = _isComplete = false;
        _machine = null;
        _interfaces.Clear();
        _users.Clear();
        _groups.Clear();
        _threads.Clear();
        _descriptors.Clear();
    }
}
