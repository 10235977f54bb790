using System.Buffers;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

// Folds samples into steps: of each entity, column and step one value. Relies on the samples of an entity's metric coming in order of time.
abstract class StepVisitor : ISampleVisitor, IDisposable
{
    readonly LifeSpans _spans;
    readonly MetricTable _metrics;
    readonly IReadOnlyList<Column> _columns;
    readonly Steps _steps;

    // By entity and column.
    readonly (Fold Fold, int Step)[] _open;
    int _last;

    protected StepVisitor(LifeSpans spans, MetricTable metrics, IReadOnlyList<Column> columns, Steps steps)
    {
        (_spans, _metrics, _columns, _steps) = (spans, metrics, columns, steps);
        _open = ArrayPool<(Fold, int)>.Shared.Rent(spans.Ids.Count * columns.Count);
        Array.Clear(_open);
    }

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        var index = _spans.Ids.IndexOf(entity, _last);
        var step = _steps.IndexOf(point.EndMilliseconds);
        if (index < 0 || step < 0 || step >= _steps.Count)
        {
            return;
        }

        _last = index;
        foreach (var column in _metrics.ColumnsOf(metric))
        {
            ref var open = ref _open[(index * _columns.Count) + column];
            if (open.Step != step)
            {
                Close(index, column, ref open);
                open.Step = step;
            }

            open.Fold.Add(point);
        }
    }

    // Takes what is still open; nothing may be visited after it.
    public void Finish()
    {
        for (var i = 0; i < _spans.Ids.Count * _columns.Count; i++)
        {
            Close(i / _columns.Count, i % _columns.Count, ref _open[i]);
        }
    }

    public void Dispose()
    {
        ArrayPool<(Fold, int)>.Shared.Return(_open);
        GC.SuppressFinalize(this);
    }

    // Takes the value of an entity with the names of a span of its life.
    protected abstract void Take(int span, int column, int step, double value);

    void Close(int entity, int column, ref (Fold Fold, int Step) open)
    {
        if (!open.Fold.IsEmpty)
        {
            Take(_spans.At(entity, _steps.End(open.Step)), column, open.Step, open.Fold.Result(_columns[column].Time));
            open.Fold = default;
        }
    }
}
