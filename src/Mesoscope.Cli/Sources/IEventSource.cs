using Mesoscope.Events;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Sources;

/// <summary>
/// Where the events of a run come from. Implemented by structures that hold a reader, so that the loop over a capture is compiled for
/// it and calls nothing through an interface.
/// </summary>
interface IEventSource
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>From when on the duration of a run counts, nanoseconds since 1970; 0 for the first event shown.</summary>
    ulong StartTime { get; }

    /// <summary>Is told of the machine that the events will happen to, before its first state.</summary>
    void Begin(MachineState machine);

    /// <summary>Delivers the state before the first event.</summary>
    void ReadStart(ISnapshotSink sink);

    /// <summary>Reads the process of a thread that nothing told of; null where nobody can be asked.</summary>
    Action<long, ISnapshotSink>? ProcessReader { get; }

    /// <summary>Points <paramref name="next"/> at the next event; its bytes are valid until the following call.</summary>
    SourceStep ReadNext(Event next);
}
