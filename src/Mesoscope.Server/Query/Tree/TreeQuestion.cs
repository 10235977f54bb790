using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Tree;

// A request that was found to make sense.
sealed record TreeQuestion
{
    public const int MaxNodes = 20_000;
    const int MaxSparkPoints = 60;
    const long LongestRange = 31L * 86_400_000;

    public required TreeRequest Request { get; init; }

    public required Levels Levels { get; init; }

    public required Scope Scope { get; init; }

    public required Column[] Columns { get; init; }

    public required long At { get; init; }

    public required long Range { get; init; }

    public required long SparkRange { get; init; }

    public int SparkPoints => Request.SparkPoints ?? 0;

    public int Limit => Request.Limit ?? MaxNodes;

    // Column that children are ordered by; -1 for what is shown.
    public required int SortColumn { get; init; }

    public static TreeQuestion From(TreeRequest request, long now)
    {
        var columns = Column.Resolve(request.Columns);
        Check("rangeMs", request.RangeMs, 1000, LongestRange);
        Check("sparkRangeMs", request.SparkRangeMs, 10_000, LongestRange);
        Check("limit", request.Limit, 1, MaxNodes);
        Check("sparkPoints", request.SparkPoints, 0, MaxSparkPoints);
        return new TreeQuestion
        {
            Request = request,
            Levels = Levels.From(request.GroupBy),
            Scope = Scope.Parse(request.Scope),
            Columns = columns,
            At = Moments.At(request.AtMs, now),
            Range = request.RangeMs ?? Moments.DefaultRange,
            SparkRange = request.SparkRangeMs ?? 600_000,
            SortColumn = request.Sort is null ? -1 : SortColumnOf(request.Sort, columns.Length),
        };
    }

    static void Check(string name, long? value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new QueryException($"{name} is {value}; expected {least} to {most}");
        }
    }

    static int SortColumnOf(SortOrder sort, int columns) => Sorting.Column(sort, columns, out var label) is { } column
        ? column
        : label == "label" ? -1 : throw new QueryException($"a tree is not sorted by '{label}'; expected the index of a column or \"label\"");
}
