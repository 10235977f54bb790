using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class LabelsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("labels", GetNames).WithSummary("Names of labels");
        api.MapGet("labels/{name}/values", GetValues).WithSummary("Values of a label");
    }

    static IReadOnlyList<LabelCount> GetNames(LabelQuery query, long? fromMs, long? toMs) => query.Names(fromMs, toMs);

    static IReadOnlyList<string> GetValues(LabelQuery query, string name, string? scope, string? prefix, int? limit, long? fromMs, long? toMs) =>
        query.Values(name, scope, prefix, limit, fromMs, toMs);
}
