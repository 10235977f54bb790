using Mesoscope.Samples.Messages;
using Mesoscope.Samples.Metrics;

namespace Mesoscope.Server.Query.Values;

// Which columns want a metric; several may, with different aggregations.
sealed class MetricTable
{
    readonly int[][] _columns;

    public MetricTable(IReadOnlyList<Column> columns, EntityKind kind, Func<Column, bool>? isWanted = null)
    {
        var wanted = columns
            .Select((column, index) => (column, index))
            .Where(c => !c.column.CountsLives && isWanted?.Invoke(c.column) != false && (c.column.Metric.Scope & ScopeOf(kind)) != 0)
            .ToLookup(c => c.column.Metric.Number, c => c.index);
        Numbers = [.. wanted.Select(static w => w.Key)];
        _columns = new int[Numbers.DefaultIfEmpty().Max() + 1][];
        foreach (var group in wanted)
        {
            _columns[group.Key] = [.. group];
        }
    }

    public IReadOnlyList<uint> Numbers { get; }

    public ReadOnlySpan<int> ColumnsOf(uint metric) => metric < _columns.Length ? _columns[metric] : null;

    public static MetricScope ScopeOf(EntityKind kind) => kind switch
    {
        EntityKind.Host => MetricScope.Host,
        EntityKind.Container => MetricScope.Container,
        EntityKind.Process => MetricScope.Process,
        EntityKind.Connection => MetricScope.Connection,
        _ => MetricScope.None,
    };
}
