using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Model;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Masters;

/// <summary>One Mesos master; it leads when the cluster's state says so, else it is a standby.</summary>
sealed class MasterNode
{
    readonly Cluster _cluster;
    readonly EmulatedMesos _mesos;
    readonly int _number;
    readonly Func<int, int> _portOf;
    readonly RouteTable _routes = new();

    public MasterNode(Cluster cluster, EmulatedMesos mesos, int number, NodeServer server, TimeSpan heartbeat, Func<int, int> portOf)
    {
        (_cluster, _mesos, _number, _portOf, Server) = (cluster, mesos, number, portOf, server);
        MapStatePaths();
        Map("slaves", AnswerAgentsAsync, hasJsonTwin: false);
        Map("redirect", AnswerRedirectAsync, hasJsonTwin: false);
        Map("health", _ => Task.CompletedTask, hasJsonTwin: false);
        _routes.Map("/version", AnswerVersionAsync);
        _routes.Map("/metrics/snapshot", AnswerMetricsAsync);
        if (mesos.HasOperatorApi)
        {
            var api = new OperatorApi(cluster, mesos, heartbeat);
            Map("api/v1", context => IsLeader ? api.HandleAsync(context) : SendToLeaderAsync(context), hasJsonTwin: false);
        }

        server.Handle(_routes.HandleAsync);
    }

    public NodeServer Server { get; }

    bool IsLeader => _cluster.State.Leader == _number;

    void MapStatePaths()
    {
        if (_mesos.HasPlainPaths)
        {
            Map("state", AnswerStateAsync, hasJsonTwin: true);
        }
        else
        {
            _routes.Map("/state.json", AnswerStateAsync);
            _routes.Map("/master/state.json", AnswerStateAsync);
        }
    }

    void Map(string name, RequestDelegate handler, bool hasJsonTwin)
    {
        _routes.Map("/" + name, handler);
        _routes.Map("/master/" + name, handler);
        if (hasJsonTwin && _mesos.HasJsonPaths)
        {
            _routes.Map($"/{name}.json", handler);
            _routes.Map($"/master/{name}.json", handler);
        }
    }

    MasterIdentity Identity(ClusterState state) =>
        new(_mesos, Server.Port, state.Leader is { } leader ? _portOf(leader) : 0, Server.StartTime);

    Task AnswerStateAsync(HttpContext context)
    {
        var state = _cluster.State;
        if (IsLeader)
        {
            return Answer.JsonAsync(context, body => MasterStateDocument.WriteAsync(body, state.AsMasterKnows(), Identity(state), context.RequestAborted));
        }

        return _mesos.HasOperatorApi
            ? SendToLeaderAsync(context)
            : Answer.JsonAsync(context, json => MasterStateDocument.WriteStandby(json, state, Identity(state)));
    }

    Task AnswerAgentsAsync(HttpContext context) => IsLeader
        ? Answer.JsonAsync(context, body => AgentListDocument.WriteAsync(body, _cluster.State.AsMasterKnows(), _mesos, context.RequestAborted))
        : SendToLeaderAsync(context);

    // The leader redirects to itself, too.
    Task AnswerRedirectAsync(HttpContext context) => RedirectAsync(context, "");

    Task SendToLeaderAsync(HttpContext context) => RedirectAsync(context, context.Request.Path.Value + context.Request.QueryString.Value);

    // Mesos leaves the scheme out: the client is to keep its own.
    Task RedirectAsync(HttpContext context, string path)
    {
        if (_cluster.State.Leader is not { } leader)
        {
            return Answer.TextAsync(context, StatusCodes.Status503ServiceUnavailable, "No leader elected");
        }

        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"//127.0.0.1:{_portOf(leader)}{path}";
        return Task.CompletedTask;
    }

    Task AnswerVersionAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("build_date", "2020-11-16 00:00:00 UTC");
        json.WriteString("build_user", "demo");
        json.WriteString("version", _mesos.Version.ToString());
        json.WriteEndObject();
    });

    Task AnswerMetricsAsync(HttpContext context) =>
        Answer.JsonAsync(context, json => MasterMetricsDocument.Write(json, _cluster.State.AsMasterKnows(), IsLeader, _cluster.Now - Server.StartTime));
}
