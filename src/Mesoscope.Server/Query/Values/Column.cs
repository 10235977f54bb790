using Mesoscope.Samples.Messages;
using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query.Values;

/// <summary>A metric that is asked for, with the catalogue's defaults filled in.</summary>
sealed record Column(MetricInfo Metric, Aggregation Time, Aggregation Group)
{
    const int MaxColumns = 32;
    const string ContainerCount = "container.count";
    const string HostCount = "host.count";

    // How many there are follows from lives, not from samples: a count must not blink when a sample is late.
    internal bool CountsContainers => Metric.Name == ContainerCount;

    internal bool CountsHosts => Metric.Name == HostCount;

    internal bool CountsLives => CountsContainers || CountsHosts;

    // True when it says how many entities of that kind there are.
    internal bool Counts(EntityKind kind) => (CountsContainers && kind == EntityKind.Container) || (CountsHosts && kind == EntityKind.Host);

    // The value of a group at a moment; NaN when nothing is known. That nothing lives is known.
    internal double Result(in Fold fold) => CountsLives && fold.IsEmpty ? Lives.Result(this, 0) : fold.Result(Group);

    internal AnswerColumn ToAnswer() => new(Metric.Name, Time, Group, Metric.Unit);

    internal static Column[] Resolve(IReadOnlyList<MetricColumn>? columns)
    {
        if (columns is { Count: > MaxColumns })
        {
            throw new QueryException($"{columns.Count} metrics; expected {MaxColumns} at most");
        }

        return [.. (columns ?? []).Select(Resolve)];
    }

    static Column Resolve(MetricColumn? column)
    {
        if (column?.Metric is null || !MetricCatalog.TryFind(column.Metric, out var metric))
        {
            throw new QueryException($"'{column?.Metric}' is no metric; GET api/v1/metrics lists them all");
        }

        return new Column(metric, Checked(column.Time ?? metric.TimeAggregation), Checked(column.Group ?? metric.GroupAggregation));
    }

    static Aggregation Checked(Aggregation aggregation) => Enum.IsDefined(aggregation)
        ? aggregation
        : throw new QueryException($"{(int)aggregation} is no aggregation; expected average, sum, minimum, maximum or count");
}
