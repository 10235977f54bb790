using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Heads;

namespace Mesoscope.Server.Storage.Sqlite;

// What a reading needs besides its connection: some megabytes when it is about everything. Lent to one reading at a time.
sealed class SlotBuffers
{
    // A larger one is not kept.
    const int MaxKeptSamples = 400_000;

    public ChunkReader Chunks { get; } = new();

    public MetricColumn Column { get; } = new(64);

    // What the open chunks of a slot held, read before its rows are: what is sealed in between is found at least once.
    public List<OpenSample> OpenSamples { get; } = [];

    // Entities of a slot whose rows are to be looked for.
    public List<long> Missing { get; } = [];

    public bool IsWorthKeeping => OpenSamples.Capacity <= MaxKeptSamples;
}
