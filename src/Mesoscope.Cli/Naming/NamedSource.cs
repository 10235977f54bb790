using Mesoscope.Cli.Sources;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Naming;

/// <summary>A source whose events get names from a cluster: takes new names between two of them, and delivers the events that record the names.</summary>
struct NamedSource<TSource>(TSource source, ClusterNaming naming) : IEventSource
    where TSource : IEventSource
{
    ulong _lastTime = source.StartTime;
    HeldEvent? _held;

    /// <inheritdoc/>
    public readonly string Name => source.Name;

    /// <inheritdoc/>
    public readonly ulong StartTime => source.StartTime;

    /// <inheritdoc/>
    public readonly Action<long, ISnapshotSink>? ProcessReader => source.ProcessReader;

    /// <inheritdoc/>
    public readonly void Begin(MachineState machine)
    {
        source.Begin(machine);
        naming.Begin(machine);
    }

    /// <inheritdoc/>
    public readonly void ReadStart(ISnapshotSink sink) => source.ReadStart(sink);

    /// <inheritdoc/>
    public SourceStep ReadNext(Event next)
    {
        naming.Update();

        // An event of ours stands behind the one that happened last; before the first there is no time for it.
        if (_lastTime > 0 && naming.TryTakeDocument(out var document))
        {
            Attach(next, document);
            return SourceStep.Event;
        }

        if (_held is not null)
        {
            _held.Attach(next);
            _held = null;
            return SourceStep.Event;
        }

        SourceStep step;
        do
        {
            step = source.ReadNext(next);
        }
        while (step == SourceStep.Event && naming.Records && next.Type == EventType.MesosEnter);

        if (step != SourceStep.Event)
        {
            return step;
        }

        _lastTime = next.Timestamp;
        if (naming.WaitFor(next) && naming.TryTakeDocument(out document))
        {
            // Who reads the recording needs the names before the event, as we had them.
            _held = new HeldEvent(next);
            Attach(next, document);
        }

        return step;
    }

    readonly void Attach(Event next, byte[] document)
    {
        var bytes = OwnEvent.Create(_lastTime, EventType.MesosEnter, document);
        next.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
    }
}
