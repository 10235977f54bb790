using Mesoscope.Events.Snapshot;

namespace Mesoscope.Machine.Threads;

/// <summary>Takes the threads of a process in that are not known yet; what events told of the others is newer.</summary>
sealed class LateThreads(MachineState machine) : ISnapshotSink
{
    readonly HashSet<long> _tids = [];

    /// <summary>The threads that were taken in.</summary>
    internal IEnumerable<ThreadState> Added => _tids.Select(machine.FindThread).OfType<ThreadState>();

    public void BeginSection()
    {
        // The machine goes on as it is.
    }

    public void AddMachine(MachineEntry machine)
    {
        // Known from the start.
    }

    public void AddInterface(InterfaceEntry entry)
    {
        // Known from the start.
    }

    public void AddUser(UserEntry user)
    {
        // Known from the start.
    }

    public void AddGroup(GroupEntry group)
    {
        // Known from the start.
    }

    public void AddThread(ThreadEntry thread)
    {
        if (machine.FindThread(thread.Tid) is null)
        {
            machine.AddThread(thread);
            _tids.Add(thread.Tid);
        }
    }

    public void AddDescriptor(long tid, DescriptorEntry descriptor)
    {
        if (_tids.Contains(tid))
        {
            machine.AddDescriptor(tid, descriptor);
        }
    }

    public void EndSnapshot()
    {
        // What is left to be done is done for the new threads only.
    }
}
