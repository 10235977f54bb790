using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What the master answers on <c>/metrics/snapshot</c>: the numbers that monitoring reads first.</summary>
static class MasterMetricsDocument
{
    public static void Write(Utf8JsonWriter json, ClusterState state, bool isLeader, double uptimeSeconds)
    {
        var tasks = state.Frameworks.Values.SelectMany(f => f.Tasks.Values).CountBy(t => t.State).ToDictionary();
        var ended = state.Frameworks.Values.SelectMany(f => f.CompletedTasks).CountBy(t => t.State).ToDictionary();
        var total = state.Agents.Values.Aggregate(default(Resources), (sum, a) => sum + a.Resources);
        var used = state.UsedByAgent().Values.Aggregate(default(Resources), (sum, r) => sum + r);
        json.WriteStartObject();
        Write("master/elected", isLeader ? 1 : 0);
        Write("master/uptime_secs", uptimeSeconds);
        Write("master/slaves_active", state.Agents.Values.Count(a => a.Active && !a.Recovered));
        Write("master/slaves_inactive", state.Agents.Values.Count(a => !a.Active));
        Write("master/slaves_connected", state.Agents.Values.Count(a => a.Active && !a.Recovered));
        Write("master/frameworks_active", state.Frameworks.Values.Count(f => f.Active));
        Write("master/frameworks_inactive", state.Frameworks.Values.Count(f => !f.Active));
        Write("master/tasks_staging", tasks.GetValueOrDefault(TaskState.Staging));
        Write("master/tasks_starting", tasks.GetValueOrDefault(TaskState.Starting));
        Write("master/tasks_running", tasks.GetValueOrDefault(TaskState.Running));
        Write("master/tasks_killing", tasks.GetValueOrDefault(TaskState.Killing));
        Write("master/tasks_unreachable", state.Frameworks.Values.Sum(f => f.UnreachableTasks.Count));
        Write("master/tasks_failed", ended.GetValueOrDefault(TaskState.Failed));
        Write("master/tasks_finished", ended.GetValueOrDefault(TaskState.Finished));
        Write("master/tasks_killed", ended.GetValueOrDefault(TaskState.Killed));
        Write("master/cpus_total", total.Cpus);
        Write("master/cpus_used", used.Cpus);
        Write("master/cpus_percent", Share(used.Cpus, total.Cpus));
        Write("master/mem_total", total.MemoryMebibytes);
        Write("master/mem_used", used.MemoryMebibytes);
        Write("master/mem_percent", Share(used.MemoryMebibytes, total.MemoryMebibytes));
        Write("system/cpus_total", Environment.ProcessorCount);
        json.WriteEndObject();

        void Write(string name, double value) => json.WriteFraction(name, value);
    }

    static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
