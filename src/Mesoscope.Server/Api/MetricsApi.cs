using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Api.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class MetricsApi
{
    static readonly (MetricScope Scope, string Word)[] s_scopes =
    [
        (MetricScope.Host, "host"),
        (MetricScope.Container, "container"),
        (MetricScope.Process, "process"),
        (MetricScope.Connection, "connection"),
    ];

    static readonly MetricRow[] s_rows = [.. MetricCatalog.All.Select(static m => new MetricRow(
        m.Name, m.Unit, m.Kind, m.TimeAggregation, m.GroupAggregation, [.. s_scopes.Where(s => m.Scope.HasFlag(s.Scope)).Select(static s => s.Word)], m.Description))];

    public static void Map(RouteGroupBuilder api) => api.MapGet("metrics", static () => s_rows).WithSummary("All metrics there are");
}
