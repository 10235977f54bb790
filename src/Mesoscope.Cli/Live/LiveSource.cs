using System.Runtime.CompilerServices;
using Mesoscope.Cli.Sources;
using Mesoscope.Events;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Live;

/// <summary>The events of this machine as a source.</summary>
readonly struct LiveSource(LiveFeed feed) : IEventSource
{
    /// <inheritdoc/>
    public string Name => "live capture";

    /// <inheritdoc/>
    public ulong StartTime => feed.StartTime;

    /// <inheritdoc/>
    public void Begin(MachineState machine) => feed.Begin(machine);

    /// <inheritdoc/>
    public void ReadStart(ISnapshotSink sink) => feed.ReadStart(sink);

    /// <inheritdoc/>
    public Action<long, ISnapshotSink>? ProcessReader => feed.ReadProcess;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SourceStep ReadNext(Event next) => feed.ReadNext(next);
}
