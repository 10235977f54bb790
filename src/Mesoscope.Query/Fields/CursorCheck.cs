using System.Text;
using Mesoscope.Machine;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Binding;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Fields;

/// <summary>Makes the usual comparison for a field that is pointed at one of several things in turn.</summary>
static class CursorCheck
{
    /// <summary>The comparison.</summary>
    /// <exception cref="FilterException">The operator is not defined for the field's type, or an operand does not suit it.</exception>
    public static IEventFilter Create(Field cursor, FilterOperator operation, IReadOnlyList<string> operands)
    {
        var kind = ValueKinds.Of(cursor.Type);
        if (OperatorRules.Explain(kind, operation, cursor.Text) is { } reason)
        {
            throw new FilterException(reason);
        }

        var texts = operands.Select(static text => (FilterOperand)new TextOperand(-1, Encoding.UTF8.GetBytes(text), true)).ToArray();
        return CheckFactory.Create(new CheckNode(new FieldOperand(-1, cursor.Text), -1, operation, texts), cursor, kind);
    }
}
