namespace Mesoscope.Events.Snapshot;

/// <summary>
/// Receives the first state of a machine, from a capture's state blocks or from a scan of the running system, before the events
/// that build on it. Entries are the receiver's to keep. A new section begins with <see cref="BeginSection"/> and makes void all
/// that came before.
/// </summary>
public interface ISnapshotSink
{
    /// <summary>A section begins: forget the machine known so far.</summary>
    void BeginSection();

    /// <summary>The machine itself.</summary>
    void AddMachine(MachineEntry machine);

    /// <summary>A network interface.</summary>
    void AddInterface(InterfaceEntry entry);

    /// <summary>A user.</summary>
    void AddUser(UserEntry user);

    /// <summary>A group.</summary>
    void AddGroup(GroupEntry group);

    /// <summary>A thread.</summary>
    void AddThread(ThreadEntry thread);

    /// <summary>A descriptor of a thread that was added before.</summary>
    void AddDescriptor(long tid, DescriptorEntry descriptor);

    /// <summary>The state is complete: what follows are events. Called again when state blocks appear between events.</summary>
    void EndSnapshot();
}
