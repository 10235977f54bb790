using Mesoscope.Server.Access;
using Mesoscope.Server.Query;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class AuditApi
{
    const int DefaultLimit = 100;
    const int MaxLimit = 10_000;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("audit", Get).Allow(AccessRule.Admin).WithSummary("Who changed what, newest first");

    static IReadOnlyList<AuditEntry> Get(AccessControl access, int? limit) => limit is < 1 or > MaxLimit
        ? throw new QueryException($"limit is {limit}; expected 1 to {MaxLimit}")
        : access.Audit.Newest(limit ?? DefaultLimit);
}
