using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>The members that GET_STATE and its parts answer with.</summary>
static class OperatorStateDocument
{
    public static async Task WriteAsync(JsonBody body, ClusterState state, EmulatedMesos mesos, CancellationToken cancel)
    {
        body.Writer.WriteStartObject("get_state");
        await WriteTasksAsync(body, state, cancel);
        WriteExecutors(body, state);
        WriteFrameworks(body, state);
        await WriteAgentsAsync(body, state, mesos, cancel);
        body.Writer.WriteEndObject();
    }

    public static async Task WriteTasksAsync(JsonBody body, ClusterState state, CancellationToken cancel)
    {
        body.Writer.WriteStartObject("get_tasks");
        await WriteListAsync("tasks", state.Frameworks.Values.SelectMany(f => f.Tasks.Values));
        await WriteListAsync("unreachable_tasks", state.Frameworks.Values.SelectMany(f => f.UnreachableTasks.Values));
        await WriteListAsync("completed_tasks", state.Frameworks.Values.Concat(state.CompletedFrameworks).SelectMany(f => f.CompletedTasks));
        body.Writer.WriteEndObject();

        async Task WriteListAsync(string name, IEnumerable<ClusterTask> tasks)
        {
            body.Writer.WriteStartArray(name);
            foreach (var task in tasks)
            {
                OperatorTask.Write(body.Writer, task);
                await body.BreatheAsync(cancel);
            }

            body.Writer.WriteEndArray();
        }
    }

    public static void WriteExecutors(JsonBody body, ClusterState state)
    {
        var json = body.Writer;
        json.WriteStartObject("get_executors");
        json.WriteStartArray("executors");
        foreach (var task in state.Frameworks.Values.SelectMany(f => f.Tasks.Values).Where(t => t.ExecutorId.Length > 0).DistinctBy(t => t.ExecutorId))
        {
            json.WriteStartObject();
            json.WriteStartObject("executor_info");
            json.WriteString("type", "DEFAULT");
            json.WriteId("executor_id", task.ExecutorId);
            json.WriteId("framework_id", task.FrameworkId);
            json.WriteEndObject();
            json.WriteId("agent_id", task.AgentId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteFrameworks(JsonBody body, ClusterState state)
    {
        var json = body.Writer;
        json.WriteStartObject("get_frameworks");
        WriteList("frameworks", state.Frameworks.Values);
        WriteList("completed_frameworks", state.CompletedFrameworks);
        json.WriteEndObject();

        void WriteList(string name, IEnumerable<Framework> frameworks)
        {
            json.WriteStartArray(name);
            foreach (var framework in frameworks)
            {
                OperatorFramework.Write(json, framework);
            }

            json.WriteEndArray();
        }
    }

    public static async Task WriteAgentsAsync(JsonBody body, ClusterState state, EmulatedMesos mesos, CancellationToken cancel)
    {
        var json = body.Writer;
        json.WriteStartObject("get_agents");
        json.WriteStartArray("agents");
        foreach (var agent in state.Agents.Values.Where(a => !a.Recovered))
        {
            OperatorAgent.Write(json, agent, mesos);
            await body.BreatheAsync(cancel);
        }

        json.WriteEndArray();
        json.WriteStartArray("recovered_agents");
        foreach (var agent in state.Agents.Values.Where(a => a.Recovered))
        {
            json.WriteStartObject();
            OperatorAgent.WriteInfo(json, agent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
