using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class HappeningsApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("happenings", Get).WithSummary("What happened, newest first");

    static IReadOnlyList<HappeningRow> Get(HappeningQuery query, string? scope, long? fromMs, long? toMs, string? kinds, int? maxSeverity, int? limit) =>
        query.Ask(scope, fromMs, toMs, kinds?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), maxSeverity, limit);
}
