using Mesoscope.Machine;

namespace Mesoscope.Cli.Trace;

/// <summary>Stands in for the state engine: numbers events and finds threads of the first state.</summary>
sealed class StateEngine(MachineState machine, EventContext context)
{
    long _number;

    public bool Process(IEventFilter? filter)
    {
        var e = context.Event;
        e.Number = ++_number;
        machine.LastEventTime = e.Timestamp;
        if (machine.FirstEventTime == 0)
        {
            machine.FirstEventTime = e.Timestamp;
        }

        return filter?.Matches(context) ?? true;
    }
}

/// <summary>Stands in for the machine as a receiver of the first state.</summary>
sealed class NoSink : Mesoscope.Events.Snapshot.ISnapshotSink
{
    public void BeginSection() { }

    public void AddMachine(Mesoscope.Events.Snapshot.MachineEntry machine) { }

    public void AddInterface(Mesoscope.Events.Snapshot.InterfaceEntry entry) { }

    public void AddUser(Mesoscope.Events.Snapshot.UserEntry user) { }

    public void AddGroup(Mesoscope.Events.Snapshot.GroupEntry group) { }

    public void AddThread(Mesoscope.Events.Snapshot.ThreadEntry thread) { }

    public void AddDescriptor(long tid, Mesoscope.Events.Snapshot.DescriptorEntry descriptor) { }

    public void EndSnapshot() { }
}
