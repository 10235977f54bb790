using System.Text;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Binding;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Makes the rows of fields that mean one ancestor with a number, and any ancestor without one.</summary>
static class AncestorRow
{
    /// <summary>The row with its comparison.</summary>
    /// <param name="row">How the value of one ancestor is taken.</param>
    /// <param name="extract">How a value is taken when any ancestor may match.</param>
    public static FieldRow Create(FieldRow row, AncestorExtractor extract) => row.WithOptionalArgument() with
    {
        IsIndexed = true,
        Compare = (scratch, operation, operands) =>
            scratch.ArgumentIndex is null ? CompareAny(row.Info, extract, scratch, operation, operands) : null,
    };

    static AnyAncestorFilter CompareAny(
        FieldInfo info, AncestorExtractor extract, FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands)
    {
        var kind = ValueKinds.Of(info.Type);
        if (OperatorRules.Explain(kind, operation, info.Name) is { } reason)
        {
            throw new FilterException(reason);
        }

        var cursor = new AncestorCursor(extract, scratch) { Info = info, Text = info.Name };
        var texts = operands.Select(static text => (FilterOperand)new TextOperand(-1, Encoding.UTF8.GetBytes(text), true)).ToArray();
        var check = new CheckNode(new FieldOperand(-1, info.Name), -1, operation, texts);
        return new AnyAncestorFilter(cursor, CheckFactory.Create(check, cursor, kind));
    }
}
