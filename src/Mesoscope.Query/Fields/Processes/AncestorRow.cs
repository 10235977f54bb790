using Mesoscope.Query.Filters;

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
        var cursor = new AncestorCursor(extract, scratch) { Info = info, Text = info.Name };
        return new AnyAncestorFilter(cursor, CursorCheck.Create(cursor, operation, operands));
    }
}
