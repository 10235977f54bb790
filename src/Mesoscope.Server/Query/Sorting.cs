using System.Text.Json;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query;

static class Sorting
{
    // Index of the column that is sorted by; null with the name of a label otherwise.
    public static int? Column(SortOrder sort, int columns, out string? label)
    {
        label = null;
        switch (sort.Column.ValueKind)
        {
            case JsonValueKind.Number when sort.Column.TryGetInt32(out var index) && index >= 0 && index < columns:
                return index;
            case JsonValueKind.String:
                label = sort.Column.GetString()!;
                return null;
            default:
                throw new QueryException($"a sort by column {sort.Column}; expected a name or an index from 0 to {columns - 1}");
        }
    }

    // What is not known comes last, whatever the direction.
    public static int Compare(double x, double y, bool descending) => double.IsNaN(x) || double.IsNaN(y)
        ? double.IsNaN(x).CompareTo(double.IsNaN(y))
        : descending ? y.CompareTo(x) : x.CompareTo(y);
}
