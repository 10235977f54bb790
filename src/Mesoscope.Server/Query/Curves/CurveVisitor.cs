using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Curves;

// Adds values to the curves of segments; spans without a segment (-1) are passed over.
sealed class CurveVisitor(LifeSpans spans, MetricTable metrics, IReadOnlyList<Column> columns, Steps steps, int[] segmentOfSpan, Fold[] folds)
    : StepVisitor(spans, metrics, columns, steps)
{
    readonly int _columns = columns.Count;
    readonly int _steps = steps.Count;

    protected override void Take(int span, int column, int step, double value)
    {
        var segment = segmentOfSpan[span];
        if (segment >= 0)
        {
            folds[(((segment * _columns) + column) * _steps) + step].Add(value);
        }
    }
}
