using Mesoscope.Events.Snapshot;

namespace Mesoscope.Cli.Recording;

/// <summary>Passes the first state on without users and groups (<c>-E</c>).</summary>
sealed class UserlessSink(ISnapshotSink target) : ISnapshotSink
{
    public void BeginSection() => target.BeginSection();

    public void AddMachine(MachineEntry machine) => target.AddMachine(machine);

    public void AddInterface(InterfaceEntry entry) => target.AddInterface(entry);

    public void AddUser(UserEntry user)
    {
        // Left out on purpose.
    }

    public void AddGroup(GroupEntry group)
    {
        // Left out on purpose.
    }

    public void AddThread(ThreadEntry thread) => target.AddThread(thread);

    public void AddDescriptor(long tid, DescriptorEntry descriptor) => target.AddDescriptor(tid, descriptor);

    public void EndSnapshot() => target.EndSnapshot();
}
