using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>
/// Lays a tree out as checks with jumps. The checks that come last are laid out first, because the others jump to them. Works without
/// recursion, so that deep trees need no deep call stack.
/// </summary>
sealed class StepBuilder(Func<CheckNode, FilterStep> bind)
{
    readonly List<FilterStep> _steps = [];
    readonly Stack<Frame> _frames = new();

    internal FilterSteps Build(FilterNode root)
    {
        var start = Enter(root, FilterStep.Accept, FilterStep.Reject);
        while (_frames.TryPop(out var frame))
        {
            start = Continue(frame, start);
        }

        return new FilterSteps(_steps.ToArray(), start);
    }

    /// <summary>Lays a node out, or what can be done at once of it. Gives the index of the node's first check, if that is known by now.</summary>
    int Enter(FilterNode node, int onTrue, int onFalse)
    {
        while (true)
        {
            switch (node)
            {
                case NegationNode negation:
                    (node, onTrue, onFalse) = (negation.Child, onFalse, onTrue);
                    break;
                case JunctionNode junction:
                    var last = junction.Children.Count - 1;
                    _frames.Push(new Frame(junction, last, onTrue, onFalse));
                    node = junction.Children[last];
                    break;
                case CheckNode check:
                    _steps.Add(bind(check) with { OnTrue = onTrue, OnFalse = onFalse });
                    return _steps.Count - 1;
                default:
                    throw new ArgumentException($"a {node.GetType().Name} is not part of a filter", nameof(node));
            }
        }
    }

    /// <summary>Goes on with the child before the one that was just laid out and begins at <paramref name="entry"/>.</summary>
    int Continue(Frame frame, int entry)
    {
        if (frame.ChildIndex == 0)
        {
            return entry;
        }

        var index = frame.ChildIndex - 1;
        _frames.Push(frame with { ChildIndex = index });
        return frame.Junction.IsConjunction
            ? Enter(frame.Junction.Children[index], entry, frame.OnFalse)
            : Enter(frame.Junction.Children[index], frame.OnTrue, entry);
    }

    readonly record struct Frame(JunctionNode Junction, int ChildIndex, int OnTrue, int OnFalse);
}
