using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Model;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Agents;

/// <summary>One Mesos agent's HTTP API, as far as readers use it.</summary>
sealed class AgentNode
{
    readonly Cluster _cluster;
    readonly EmulatedMesos _mesos;
    readonly int _number;
    readonly RouteTable _routes = new();

    public AgentNode(Cluster cluster, EmulatedMesos mesos, int number, NodeServer server)
    {
        (_cluster, _mesos, _number, Server) = (cluster, mesos, number, server);
        Map("state", AnswerStateAsync);
        Map("containers", context => AnswerContainersAsync(context, withIds: true));
        Map("monitor/statistics", context => AnswerContainersAsync(context, withIds: false));
        Map("flags", AnswerFlagsAsync);
        _routes.Map("/metrics/snapshot", AnswerMetricsAsync);
        server.Handle(_routes.HandleAsync);
    }

    public NodeServer Server { get; }

    public string Id => AgentIds.Of(_cluster.State.Id, _number);

    void Map(string name, RequestDelegate answer)
    {
        string[] prefixes = ["/", "/slave(1)/"];
        foreach (var prefix in prefixes)
        {
            _routes.Map(prefix + name, answer);
            if (_mesos.HasJsonPaths)
            {
                _routes.Map($"{prefix}{name}.json", answer);
            }
        }
    }

    Task AnswerStateAsync(HttpContext context)
    {
        var state = _cluster.State;
        return Answer.JsonAsync(context, json => AgentStateDocument.Write(json, state, state.Agents[Id], _mesos, Server.StartTime));
    }

    Task AnswerContainersAsync(HttpContext context, bool withIds)
    {
        var tasks = AgentTasks.Of(_cluster.State, Id);
        return Answer.JsonAsync(context, json => ContainersDocument.Write(json, tasks, withIds, _cluster.Now));
    }

    static Task AnswerFlagsAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("flags");
        json.WriteString("cgroups_root", "mesos");
        json.WriteString("containerizers", "docker,mesos");
        json.WriteString("launcher", "linux");
        json.WriteString("work_dir", Sandbox.WorkFolder);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    Task AnswerMetricsAsync(HttpContext context)
    {
        var tasks = AgentTasks.Of(_cluster.State, Id);
        return Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteFraction("slave/registered", _cluster.State.Agents[Id].Active ? 1 : 0);
            json.WriteFraction("slave/uptime_secs", _cluster.Now - Server.StartTime);
            json.WriteFraction("slave/tasks_running", tasks.Count(t => t.State == TaskState.Running));
            json.WriteFraction("slave/executors_running", tasks.DistinctBy(t => t.AgentExecutorId).Count());
            json.WriteFraction("slave/cpus_used", tasks.Sum(t => t.Resources.Cpus));
            json.WriteFraction("slave/mem_used", tasks.Sum(t => t.Resources.MemoryMebibytes));
            json.WriteEndObject();
        });
    }
}
