using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;
using Mesoscope.Query.Filters.Evaluation;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters;

/// <summary>Makes filters out of text. The language is described in docs/filter/language.md.</summary>
public static class FilterCompiler
{
    /// <summary>Compiles a text. The filter belongs to one thread.</summary>
    /// <param name="text">The filter; <see cref="FilterErrorText"/> shows it with what is wrong.</param>
    /// <param name="session">What the options of the run say.</param>
    /// <exception cref="FilterException">The text is not a filter, a field does not exist, or an operator or operand does not suit it.</exception>
    public static IEventFilter Compile(string text, FieldSession session) => Compile(FilterSyntax.Parse(text), session);

    /// <summary>Compiles a tree. The filter belongs to one thread.</summary>
    /// <exception cref="FilterException">A field does not exist, or an operator or operand does not suit it.</exception>
    public static IEventFilter Compile(FilterSyntax syntax, FieldSession session) =>
        Compile(syntax, new RegistryFieldBinder(session));

    internal static FilterProgram Compile(FilterSyntax syntax, IFieldBinder fields)
    {
        // Bound in the order of the text, so that the first mistake is the one that is told.
        var binder = new CheckBinder(fields);
        var bound = new Dictionary<CheckNode, FilterStep>(ReferenceEqualityComparer.Instance);
        foreach (var check in ListChecks(syntax.Root))
        {
            bound[check] = binder.Bind(check);
        }

        return new FilterProgram(new StepBuilder(check => bound[check]).Build(syntax.Root));
    }

    /// <summary>The checks of a filter in the order of the text.</summary>
    internal static List<CheckNode> ListChecks(FilterNode root)
    {
        var checks = new List<CheckNode>();
        var pending = new Stack<FilterNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            switch (node)
            {
                case CheckNode check:
                    checks.Add(check);
                    break;
                case NegationNode negation:
                    pending.Push(negation.Child);
                    break;
                case JunctionNode junction:
                    for (var i = junction.Children.Count - 1; i >= 0; i--)
                    {
                        pending.Push(junction.Children[i]);
                    }

                    break;
            }
        }

        return checks;
    }
}
