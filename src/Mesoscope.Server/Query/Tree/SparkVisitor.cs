using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Tree;

// Adds values to the small curves of all nodes in sight that hold the entity.
sealed class SparkVisitor(LifeSpans spans, MetricTable metrics, IReadOnlyList<Column> columns, Steps steps, GroupNode[] nodesOfSpans, int[] curveOfNode, Fold[] folds)
    : StepVisitor(spans, metrics, columns, steps)
{
    readonly int _columns = columns.Count;
    readonly int _steps = steps.Count;

    protected override void Take(int span, int column, int step, double value)
    {
        for (var node = nodesOfSpans[span]; node is not null; node = node.Parent)
        {
            var curve = curveOfNode[node.Index];
            if (curve >= 0)
            {
                folds[(((curve * _columns) + column) * _steps) + step].Add(value);
            }
        }
    }
}
