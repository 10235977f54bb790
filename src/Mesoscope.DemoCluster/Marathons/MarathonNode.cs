using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Hosting;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Marathons;

/// <summary>One Marathon's HTTP API, as far as readers use it.</summary>
sealed class MarathonNode
{
    readonly Cluster _cluster;
    readonly int _number;
    readonly Func<Uri?> _leadingMaster;
    readonly RouteTable _routes = new();

    public MarathonNode(Cluster cluster, int number, NodeServer server, Func<Uri?> leadingMaster)
    {
        (_cluster, _number, _leadingMaster, Server) = (cluster, number, leadingMaster, server);
        _routes.Map("/ping", context => Answer.TextAsync(context, StatusCodes.Status200OK, "pong"));
        _routes.Map("/v2/info", AnswerInfoAsync);
        _routes.Map("/v2/leader", AnswerLeaderAsync);
        _routes.Map("/v2/groups", AnswerGroupsAsync);
        _routes.Map("/v2/apps", AnswerAppsAsync);
        _routes.MapBelow("/v2/apps/", AnswerAppAsync);
        _routes.Map("/v2/pods", AnswerPodsAsync);
        _routes.Map("/v2/pods::status", AnswerPodStatusesAsync);
        _routes.Map("/v2/pods/::status", AnswerPodStatusesAsync);
        _routes.Map("/v2/deployments", AnswerDeploymentsAsync);
        _routes.Map("/v2/events", new MarathonStream(cluster, () => View.Marathon.FrameworkId).ServeAsync);
        server.Handle(_routes.HandleAsync);
    }

    public NodeServer Server { get; }

    MarathonView View => new(_cluster.State, _number);

    Task AnswerInfoAsync(HttpContext context) => Answer.JsonAsync(context, json =>
        MarathonInfoDocument.Write(json, View.Marathon, _leadingMaster()?.Port ?? 0, Server.Address.Scheme));

    Task AnswerLeaderAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("leader", $"localhost:{Server.Port}");
        json.WriteEndObject();
    });

    Task AnswerGroupsAsync(HttpContext context) => Answer.JsonAsync(context, body =>
        GroupDocument.WriteAsync(body, View, GroupEmbed.Parse([.. context.Request.Query["embed"]]), context.RequestAborted));

    Task AnswerAppsAsync(HttpContext context)
    {
        var view = View;
        var embedTasks = context.Request.Query["embed"].Contains("apps.tasks");
        return Answer.JsonAsync(context, async body =>
        {
            body.Writer.WriteStartObject();
            body.Writer.WriteStartArray("apps");
            foreach (var app in view.Marathon.Apps.Values)
            {
                AppDocument.Write(body.Writer, app, view.Marathon, view.TasksOf(app.Id), view.HostOf, embedTasks);
                await body.BreatheAsync(context.RequestAborted);
            }

            body.Writer.WriteEndArray();
            body.Writer.WriteEndObject();
        });
    }

    // One app with its tasks; unlike in the list they come without being asked for.
    Task AnswerAppAsync(HttpContext context)
    {
        var view = View;
        var id = context.Request.Path.Value!["/v2/apps".Length..];
        if (!view.Marathon.Apps.TryGetValue(id, out var app))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Answer.JsonAsync(context, json =>
            {
                json.WriteStartObject();
                json.WriteString("message", $"App '{id}' does not exist");
                json.WriteEndObject();
            });
        }

        return Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("app");
            AppDocument.Write(json, app, view.Marathon, view.TasksOf(id), view.HostOf, embedTasks: true);
            json.WriteEndObject();
        });
    }

    Task AnswerPodsAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartArray();
        foreach (var pod in View.Marathon.Pods.Values)
        {
            PodStatusDocument.WriteSpec(json, pod);
        }

        json.WriteEndArray();
    });

    Task AnswerPodStatusesAsync(HttpContext context)
    {
        var view = View;
        return Answer.JsonAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var pod in view.Marathon.Pods.Values)
            {
                PodStatusDocument.Write(json, pod, view.TasksOf(pod.Id), view.HostOf);
            }

            json.WriteEndArray();
        });
    }

    Task AnswerDeploymentsAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartArray();
        foreach (var deployment in View.Marathon.Deployments)
        {
            DeploymentDocument.Write(json, deployment);
        }

        json.WriteEndArray();
    });
}
