using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

// Folds samples for each entity and column; keeps the newest only when the span asked for is no longer than a sample.
sealed class MomentVisitor(Dictionary<long, int> ordinals, MetricTable metrics, int columns, bool isNewestOnly) : ISampleVisitor
{
    readonly Fold[] _folds = new Fold[ordinals.Count * columns];
    readonly bool[] _isSeen = new bool[ordinals.Count];

    public ReadOnlySpan<Fold> Folds => _folds;

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        if (!ordinals.TryGetValue(entity, out var ordinal))
        {
            return;
        }

        _isSeen[ordinal] = true;
        foreach (var column in metrics.ColumnsOf(metric))
        {
            ref var fold = ref _folds[(ordinal * columns) + column];
            if (isNewestOnly && point.Count > 0)
            {
                fold = default;
            }

            fold.Add(point);
        }
    }

    // Entities that nothing was shown of.
    public List<long> Unseen() => [.. ordinals.Where(o => !_isSeen[o.Value]).Select(static o => o.Key)];
}
