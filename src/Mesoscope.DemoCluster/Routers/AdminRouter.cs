using Mesoscope.DemoCluster.Access;
using Mesoscope.DemoCluster.Hosting;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Routers;

/// <summary>DC/OS' Admin Router: one address for all APIs, behind a sign-in.</summary>
sealed class AdminRouter
{
    readonly RouteTable _routes = new();
    readonly TokenDesk _desk;
    readonly RouterTargets _targets;

    public AdminRouter(DcosLogin login, TokenDesk desk, RouterTargets targets, NodeServer server)
    {
        (_desk, _targets, Server) = (desk, targets, server);
        _routes.Map("/acs/api/v1/auth/login", login.HandleAsync);
        _routes.Map("/dcos-metadata/dcos-version.json", Protect(AnswerVersionAsync));
        MapPrefix("/mesos", _ => targets.Leader());
        MapPrefix("/system/v1/leader/mesos", _ => targets.Leader());
        MapPrefix("/marathon", _ => targets.Service("marathon"));
        MapPrefix("/system/v1/leader/marathon", _ => targets.Service("marathon"));
        MapNamed("/service/", targets.Service);
        MapNamed("/agent/", targets.Agent);
        MapNamed("/slave/", targets.Agent);
        MapNamed("/system/v1/agent/", targets.Agent);
        server.Handle(_routes.HandleAsync);
    }

    public NodeServer Server { get; }

    void MapPrefix(string prefix, Func<string, NodeServer?> target) =>
        _routes.MapBelow(prefix + "/", Protect(context => PassOnAsync(context, prefix, target(""))));

    // The name of the target is the first part of the path below the prefix.
    void MapNamed(string prefix, Func<string, NodeServer?> target) => _routes.MapBelow(prefix, Protect(context =>
    {
        var path = context.Request.Path.Value![prefix.Length..];
        var end = path.IndexOf('/', StringComparison.Ordinal);
        var name = end < 0 ? path : path[..end];
        return PassOnAsync(context, prefix + name, target(Uri.UnescapeDataString(name)));
    }));

    static async Task PassOnAsync(HttpContext context, string prefix, NodeServer? target)
    {
        if (target is not { IsRunning: true })
        {
            await Answer.TextAsync(context, StatusCodes.Status502BadGateway, "502 Bad Gateway: the service is not running");
            return;
        }

        var (path, pathBase) = (context.Request.Path, context.Request.PathBase);
        context.Request.PathBase = pathBase + prefix;
        context.Request.Path = path.Value!.Length > prefix.Length ? path.Value[prefix.Length..] : "/";
        await target.HandleBehindRouterAsync(context);
        (context.Request.Path, context.Request.PathBase) = (path, pathBase);
    }

    RequestDelegate Protect(RequestDelegate answer) => context =>
    {
        // Not "Bearer", and no blank after the sign: that is how DC/OS writes it.
        const string Scheme = "token=";
        var given = context.Request.Headers.Authorization.ToString();
        if (given.StartsWith(Scheme, StringComparison.Ordinal) && _desk.IsGood(given[Scheme.Length..]))
        {
            return answer(context);
        }

        context.Response.Headers.WWWAuthenticate = "acsjwt";
        return Answer.TextAsync(context, StatusCodes.Status401Unauthorized, "<html><head><title>401 Authorization Required</title></head></html>");
    };

    Task AnswerVersionAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "2.2.0");
        json.WriteString("dcos-variant", "open");
        json.WriteNumber("masters", _targets.MasterCount);
        json.WriteEndObject();
    });
}
