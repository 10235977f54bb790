using Mesoscope.Samples.Messages;
using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Query.Grouping;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Curves;

// A request for curves that was found to make sense.
sealed record SeriesQuestion
{
    const int MaxSteps = 5_000;
    const int MaxSegmentLabels = 10;
    const int MaxLimit = 1_000;
    const int DefaultLimit = 100;
    const long ShortestStep = 10_000;

    // Up to which span which step suits, milliseconds.
    static readonly (long Span, long Step)[] s_automatic = [(7_200_000, 10_000), (43_200_000, 60_000), (432_000_000, 600_000)];

    public required Scope Scope { get; init; }

    public required Column[] Columns { get; init; }

    public required IReadOnlyList<string> SegmentBy { get; init; }

    public required EntityKind? Kind { get; init; }

    public required Steps Steps { get; init; }

    public required Tier Tier { get; init; }

    public required SeriesTop? Top { get; init; }

    public required int Offset { get; init; }

    public required int Limit { get; init; }

    public static SeriesQuestion From(SeriesRequest request, long now, Func<long, Tier> finestTier)
    {
        var columns = Column.Resolve(request.Metrics);
        if (columns.Length == 0)
        {
            throw new QueryException("no metrics; expected 1 at least");
        }

        if (request.SegmentBy is { Count: > MaxSegmentLabels })
        {
            throw new QueryException($"segments by {request.SegmentBy.Count} labels; expected {MaxSegmentLabels} at most");
        }

        if (request.Top is { } top && (top.Count < 1 || top.By < 0 || top.By >= columns.Length))
        {
            throw new QueryException($"the top {top.Count} by metric {top.By}; expected 1 at least, by the index of a metric from 0 to {columns.Length - 1}");
        }

        if (request.Offset < 0 || request.Limit is < 1 or > MaxLimit)
        {
            throw new QueryException($"offset {request.Offset}, limit {request.Limit}; expected 0 at least and 1 to {MaxLimit}");
        }

        var (steps, tier) = StepsOf(request, now, finestTier);
        return new SeriesQuestion
        {
            Scope = Scope.Parse(request.Scope),
            Columns = columns,
            SegmentBy = [.. (request.SegmentBy ?? []).Distinct(StringComparer.Ordinal)],
            Kind = request.Kind is null ? null : EntityKinds.Parse(request.Kind),
            Steps = steps,
            Tier = tier,
            Top = request.Top,
            Offset = request.Offset ?? 0,
            Limit = request.Limit ?? DefaultLimit,
        };
    }

    // Whose samples a metric's curve is made of: those that the labels asked for speak of, or the nearest that have the metric.
    public EntityKind KindOf(MetricInfo metric)
    {
        var labels = SegmentBy.Concat(Scope.Checks.Select(static c => c.Label).OfType<string>()).ToList();
        var wanted = Kind
            ?? (labels.Any(Levels.IsOfProcess) ? EntityKind.Process
            : labels.Count > 0 && labels.All(Levels.IsOfHost) ? EntityKind.Host
            : EntityKind.Container);
        return new[] { wanted, EntityKind.Container, EntityKind.Host, EntityKind.Process, EntityKind.Connection }
            .First(k => (MetricTable.ScopeOf(k) & metric.Scope) != 0);
    }

    static (Steps Steps, Tier Tier) StepsOf(SeriesRequest request, long now, Func<long, Tier> finestTier)
    {
        var from = Moments.Absolute(request.FromMs, now);
        var to = Math.Min(Moments.Absolute(request.ToMs, now), now + ShortestStep);
        if (from >= to)
        {
            throw new QueryException($"from {from} to {to}; expected a begin before the end, and not in the future");
        }

        var finest = (long)Tiers.Coarsest(0, finestTier(from)) * 1000;
        var step = request.StepMs ?? Automatic(to - from);
        if (step is < 1000 or > 31L * 86_400_000)
        {
            throw new QueryException($"stepMs is {step}; expected 1,000 at least");
        }

        step = Steps.CeilingTo(step, finest);
        var last = Steps.CeilingTo(to, step);
        if (step == ShortestStep && last > now)
        {
            // Its samples are on their way.
            last -= step;
        }

        var first = Steps.FloorTo(from, step) + step;
        var count = ((last - first) / step) + 1;
        return count > MaxSteps
            ? throw new QueryException($"{count} steps of {step} ms; expected {MaxSteps} at most: ask for a shorter span or longer steps")
            : (new Steps(first, step, (int)Math.Max(count, 0)), Tiers.Dividing(step, finestTier(from)));
    }

    static long Automatic(long span)
    {
        foreach (var (longest, step) in s_automatic)
        {
            if (span <= longest)
            {
                return step;
            }
        }

        return 3_600_000;
    }
}
