using System.Runtime.CompilerServices;
using Mesoscope.Captures;
using Mesoscope.Events;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Sources;

/// <summary>The events of a capture file.</summary>
/// <param name="reader">Reads it.</param>
/// <param name="progress">Shows how far it is; null for nobody.</param>
/// <param name="stop">Asks to end before the end.</param>
readonly struct CaptureFileSource(CaptureReader reader, ProgressLine? progress, StopSignals stop) : IEventSource
{
    /// <inheritdoc/>
    public string Name => reader.Name;

    /// <inheritdoc/>
    public ulong StartTime => 0;

    /// <inheritdoc/>
    public Action<long, ISnapshotSink>? ProcessReader => null;

    /// <inheritdoc/>
    public void Begin(MachineState machine)
    {
        // A capture holds all that there is to know.
    }

    /// <inheritdoc/>
    public void ReadStart(ISnapshotSink sink) => reader.ReadStart(sink);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SourceStep ReadNext(Event next)
    {
        if (stop.IsRequested || !reader.ReadNext(next))
        {
            return SourceStep.Ended;
        }

        progress?.Update(reader);
        return SourceStep.Event;
    }
}
