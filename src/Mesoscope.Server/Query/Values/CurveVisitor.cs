namespace Mesoscope.Server.Query.Values;

// Adds values to curves: each span of a life belongs to one, or to none (-1). Folds are by curve, column and step.
sealed class CurveVisitor(LifeSpans spans, MetricTable metrics, IReadOnlyList<Column> columns, Steps steps, int[] curveOfSpan, Fold[] folds)
    : StepVisitor(spans, metrics, columns, steps)
{
    readonly int _columns = columns.Count;
    readonly int _steps = steps.Count;

    protected override void Take(int span, int column, int step, double value)
    {
        var curve = curveOfSpan[span];
        if (curve >= 0)
        {
            folds[(((curve * _columns) + column) * _steps) + step].Add(value);
        }
    }
}
