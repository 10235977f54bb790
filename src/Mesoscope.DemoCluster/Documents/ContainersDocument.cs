using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>What a Mesos agent answers on <c>/containers</c>, and without ids on <c>/monitor/statistics</c>: outer containers only.</summary>
static class ContainersDocument
{
    public static void Write(Utf8JsonWriter json, IEnumerable<ClusterTask> tasks, bool withIds, double now)
    {
        json.WriteStartArray();
        foreach (var executor in tasks.Where(t => t.State != TaskState.Staging).GroupBy(t => t.AgentExecutorId))
        {
            WriteContainer(json, executor.Key, [.. executor], withIds, now);
        }

        json.WriteEndArray();
    }

    static void WriteContainer(Utf8JsonWriter json, string executorId, ClusterTask[] tasks, bool withIds, double now)
    {
        var first = tasks[0];
        var outer = first.Container.Parent ?? first.Container;
        var isCommand = first.ExecutorId.Length == 0;
        json.WriteStartObject();
        if (withIds)
        {
            json.WriteString("container_id", outer.Value);
        }

        json.WriteString("executor_id", executorId);
        json.WriteString("executor_name", isCommand ? AgentStateDocument.CommandExecutorName(first) : "");
        json.WriteString("framework_id", first.FrameworkId);
        json.WriteString("source", isCommand ? first.Id : "");
        WriteStatistics(json, tasks.Aggregate(default(Resources), (sum, t) => sum + t.Resources), now);
        if (withIds)
        {
            WriteStatus(json, first, outer);
        }

        json.WriteEndObject();
    }

    static void WriteStatistics(Utf8JsonWriter json, Resources resources, double now)
    {
        var limit = (long)(resources.MemoryMebibytes * 1024 * 1024);
        json.WriteStartObject("statistics");
        json.WriteFraction("cpus_limit", resources.Cpus);
        json.WriteFraction("cpus_system_time_secs", 0.05);
        json.WriteFraction("cpus_user_time_secs", 0.1);
        json.WriteNumber("mem_limit_bytes", limit);
        json.WriteNumber("mem_rss_bytes", limit / 2);
        json.WriteFraction("timestamp", now);
        json.WriteEndObject();
    }

    // The process id is told for native containers and not for Docker's.
    static void WriteStatus(Utf8JsonWriter json, ClusterTask task, ContainerId outer)
    {
        json.WriteStartObject("status");
        json.WriteContainerId("container_id", outer);
        var processId = task.Statuses.LastOrDefault(s => s.ExecutorProcessId > 0)?.ExecutorProcessId ?? 0;
        if (processId > 0 && task.Kind != ContainerKind.Docker)
        {
            json.WriteNumber("executor_pid", processId);
        }

        json.WriteEndObject();
    }
}
