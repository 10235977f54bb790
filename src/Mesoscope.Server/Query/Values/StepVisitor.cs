using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Values;

// Folds samples into steps: of each entity, column and step one value. Relies on the samples of an entity's metric coming in order of time.
abstract class StepVisitor(LifeSpans spans, MetricTable metrics, IReadOnlyList<Column> columns, Steps steps) : ISampleVisitor
{
    readonly (Fold Fold, int Step)[] _open = new (Fold, int)[spans.Spans.Length * columns.Count];

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        var step = steps.IndexOf(point.EndMilliseconds);
        var first = spans.First(entity);
        if (first < 0 || step < 0 || step >= steps.Count)
        {
            return;
        }

        foreach (var column in metrics.ColumnsOf(metric))
        {
            ref var open = ref _open[(first * columns.Count) + column];
            if (open.Step != step)
            {
                Close(first, column, ref open);
                open.Step = step;
            }

            open.Fold.Add(point);
        }
    }

    // Takes what is still open; nothing may be visited after it.
    public void Finish()
    {
        for (var i = 0; i < _open.Length; i++)
        {
            Close(i / columns.Count, i % columns.Count, ref _open[i]);
        }
    }

    // Takes the value of an entity with the names of a span of its life.
    protected abstract void Take(int span, int column, int step, double value);

    void Close(int first, int column, ref (Fold Fold, int Step) open)
    {
        if (!open.Fold.IsEmpty)
        {
            Take(spans.At(first, steps.End(open.Step)), column, open.Step, open.Fold.Result(columns[column].Time));
            open.Fold = default;
        }
    }
}
