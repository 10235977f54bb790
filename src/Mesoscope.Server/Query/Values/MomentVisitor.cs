using System.Buffers;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

// Folds samples for each entity and column; keeps the newest only when the span asked for is no longer than a sample.
sealed class MomentVisitor : ISampleVisitor, IDisposable
{
    readonly EntityIds _entities;
    readonly MetricTable _metrics;
    readonly int _columns;
    readonly bool _isNewestOnly;
    readonly Fold[] _folds;
    readonly bool[] _isSeen;
    int _last;

    public MomentVisitor(EntityIds entities, MetricTable metrics, int columns, bool isNewestOnly)
    {
        (_entities, _metrics, _columns, _isNewestOnly) = (entities, metrics, columns, isNewestOnly);
        _folds = ArrayPool<Fold>.Shared.Rent(entities.Count * columns);
        _isSeen = ArrayPool<bool>.Shared.Rent(entities.Count);
        Array.Clear(_folds);
        Array.Clear(_isSeen);
    }

    // By entity and column. Until this is disposed of.
    public ReadOnlySpan<Fold> Folds => _folds.AsSpan(0, _entities.Count * _columns);

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        var index = _entities.IndexOf(entity, _last);
        if (index < 0)
        {
            return;
        }

        _last = index;
        _isSeen[index] = true;
        foreach (var column in _metrics.ColumnsOf(metric))
        {
            ref var fold = ref _folds[(index * _columns) + column];
            if (_isNewestOnly && point.Count > 0)
            {
                fold = default;
            }

            fold.Add(point);
        }
    }

    // Entities that nothing was shown of.
    public EntityIds Unseen() => EntityIds.From(_entities.Where((_, i) => !_isSeen[i]));

    public void Dispose()
    {
        ArrayPool<Fold>.Shared.Return(_folds);
        ArrayPool<bool>.Shared.Return(_isSeen);
    }
}
