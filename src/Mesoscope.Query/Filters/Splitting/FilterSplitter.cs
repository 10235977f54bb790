using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Splitting;

/// <summary>
/// Splits a filter into what the kernel can decide and the rest. The kernel's part is a product of sets: kinds of events, thread ids,
/// process ids, names and so on. Every part of the filter is enclosed in the smallest such product that this can find; what is enclosed
/// exactly and stands at the top of the filter need not be asked again.
/// </summary>
public static class FilterSplitter
{
    /// <summary>Deeper parts are left to the rest: nobody writes them, and a call stack is finite.</summary>
    const int MaxDepth = 256;

    /// <summary>Splits a filter that compiles.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="session">What the options of the run say.</param>
    /// <exception cref="FilterException">A field does not exist, or an operator or operand does not suit it.</exception>
    public static FilterSplit Split(FilterSyntax filter, FieldSession session)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var checks = new CheckSplitter(session);
        if (FilterCompiler.ListChecks(filter.Root).Exists(checks.NeedsAllEvents))
        {
            return FilterSplit.Undecided(filter);
        }

        var kernel = KernelPart.Everything;
        var rest = new List<FilterNode>();
        foreach (var conjunct in ListConjuncts(filter.Root))
        {
            var part = Enclose(conjunct, isNegated: false, checks, 0).WithoutExclusions();
            var joined = new SplitNode(kernel, IsExact: true).And(part);
            kernel = joined.Kernel;
            if (!joined.IsExact)
            {
                rest.Add(conjunct);
            }
        }

        return new FilterSplit(kernel, rest.Count switch
        {
            0 => null,
            1 => new FilterSyntax("", rest[0]),
            _ => new FilterSyntax("", new JunctionNode(0, IsConjunction: true, rest)),
        });
    }

    static List<FilterNode> ListConjuncts(FilterNode root)
    {
        var conjuncts = new List<FilterNode>();
        var pending = new Stack<FilterNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            if (node is JunctionNode { IsConjunction: true } junction)
            {
                for (var i = junction.Children.Count - 1; i >= 0; i--)
                {
                    pending.Push(junction.Children[i]);
                }
            }
            else
            {
                conjuncts.Add(node);
            }
        }

        return conjuncts;
    }

    static SplitNode Enclose(FilterNode node, bool isNegated, CheckSplitter checks, int depth)
    {
        switch (node)
        {
            case CheckNode check:
                return checks.Split(check, isNegated);
            case NegationNode negation when depth < MaxDepth:
                return Enclose(negation.Child, !isNegated, checks, depth + 1);
            case JunctionNode junction when depth < MaxDepth:
                var parts = junction.Children.Select(child => Enclose(child, isNegated, checks, depth + 1));
                return junction.IsConjunction != isNegated
                    ? parts.Aggregate(static (a, b) => a.And(b))
                    : parts.Aggregate(static (a, b) => a.Or(b));
            default:
                return SplitNode.Undecided;
        }
    }
}
