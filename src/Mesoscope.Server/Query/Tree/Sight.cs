using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Tree;

// Nodes that are looked at, each with a curve. What belongs to several of them is added to the deepest, and summed up at the end.
sealed class Sight
{
    readonly Placement _placement;
    readonly GroupNode[] _nodes;

    // By node of the tree the curve of the nearest node in sight, itself or above it; -1 where there is none.
    readonly int[] _curves;

    public Sight(Placement placement, GroupNode[] nodes)
    {
        (_placement, _nodes) = (placement, nodes);
        _curves = new int[placement.Tree.Nodes.Count];
        Array.Fill(_curves, -1);
        for (var i = 0; i < nodes.Length; i++)
        {
            _curves[nodes[i].Index] = i;
        }

        // Parents come before their children.
        foreach (var node in placement.Tree.Nodes)
        {
            if (_curves[node.Index] < 0 && node.Parent is { } parent)
            {
                _curves[node.Index] = _curves[parent.Index];
            }
        }
    }

    // By span of a life the curve that it belongs to; -1 for what is out of sight.
    public int[] CurvesOf(LifeSpans spans, EntityKind kind)
    {
        var levels = _placement.Tree.Levels;
        var depth = levels.CountFor(kind);
        var curves = new int[spans.Spans.Length];
        for (int i = 0, carrier = 0; i < curves.Length; i++)
        {
            // What lives now and has its names of now has its place already; both lists are by id.
            var span = spans.Spans[i];
            while (carrier < _placement.Carriers.Count && _placement.Carriers[carrier].Id < span.Id)
            {
                carrier++;
            }

            var isPlaced = kind == levels.Kind && carrier < _placement.Carriers.Count && ReferenceEquals(_placement.Carriers[carrier], span);
            curves[i] = _curves[(isPlaced ? _placement.CarrierNodes[carrier] : _placement.Tree.Find(span.Labels, depth)).Index];
        }

        return curves;
    }

    // Adds what lies in each curve to those of the nodes above it, the deepest first.
    public void SumUp(Fold[] folds)
    {
        var length = folds.Length / _nodes.Length;
        foreach (var node in _nodes.OrderByDescending(static n => n.Index))
        {
            var above = node.Parent is { } parent ? _curves[parent.Index] : -1;
            for (var i = 0; above >= 0 && i < length; i++)
            {
                folds[(above * length) + i].Add(folds[(_curves[node.Index] * length) + i]);
            }
        }
    }
}
