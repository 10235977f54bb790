using Mesoscope.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class HealthApi
{
    static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("healthz", GetAsync).Allow(AccessRule.Open).Produces<string>(contentType: "text/plain").WithSummary("Whether the server can store");

    static Task GetAsync(IStore store, HttpContext context) => store.Trouble is { } trouble
        ? Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "nothing can be stored", trouble, s_retry)
        : Results.Text("ok\n").ExecuteAsync(context);
}
