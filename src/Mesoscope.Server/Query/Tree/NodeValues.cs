using System.Buffers;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Tree;

// By node and column the values of a moment; NaN where nothing is known.
sealed class NodeValues
{
    readonly double[] _values;
    readonly int _columns;

    NodeValues(double[] values, int columns)
    {
        _values = values;
        _columns = columns;
    }

    public double this[int node, int column] => _values[(node * _columns) + column];

    public static NodeValues Sum(Placement placement, IReadOnlyList<Column> columns, MomentValues carriers)
    {
        var nodes = placement.Tree.Nodes;
        var count = nodes.Count * columns.Count;
        var folds = ArrayPool<Fold>.Shared.Rent(count);
        Array.Clear(folds);
        for (var i = 0; i < placement.CarrierNodes.Length; i++)
        {
            var values = carriers.Of(i);
            var first = placement.CarrierNodes[i].Index * columns.Count;
            for (var c = 0; c < values.Length; c++)
            {
                folds[first + c].Add(values[c]);
            }
        }

        // Children have larger indexes than their parents, so from behind all of a node is there before it is added to its parent.
        for (var n = nodes.Count - 1; n > 0; n--)
        {
            var parent = nodes[n].Parent!.Index * columns.Count;
            for (var c = 0; c < columns.Count; c++)
            {
                folds[parent + c].Add(folds[(n * columns.Count) + c]);
            }
        }

        var results = new double[count];
        for (var i = 0; i < count; i++)
        {
            results[i] = Result(placement, columns[i % columns.Count], i / columns.Count, folds[i]);
        }

        ArrayPool<Fold>.Shared.Return(folds);
        return new NodeValues(results, columns.Count);
    }

    static double Result(Placement placement, Column column, int node, in Fold fold)
    {
        var lives = column.CountsContainers ? placement.Containers[node] : column.CountsHosts ? placement.Hosts[node] : -1;
        return lives < 0 ? fold.Result(column.Group) : Lives.Result(column, lives);
    }
}
