namespace Mesoscope.Server.Storage.Chunks;

// A chunk: everything of one entity in one slot of a tier. Numbers are varints unless said otherwise.
//   edition (a byte), spans, metrics
//   for each metric: its number minus that of the one before, bytes of its column
//   the columns: counts as (count, spans in a row) until all spans are told; then of the spans with a count: sums, minimums, maximums
// Minimums and maximums have one more kind of list than FloatColumn: the byte below says that all are sum / count, as of a gauge that stood
// still or a constant; then nothing follows.
static class ChunkFormat
{
    public const byte Edition = 1;
    public const byte IsMean = 0xFF;
    public const int MaxSpans = 1024;
    public const int MaxMetrics = 4096;
}
