using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;
using Mesoscope.Machine;
using Mesoscope.Machine.Orchestration.Mesos;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>A field's way to the Mesos task of the event's thread, and to what follows from the task.</summary>
static class TaskLookup
{
    /// <summary>What the event's thread works for, or null.</summary>
    public static TaskMatch? Find(EventContext context) => context.Thread is { } thread ? context.Machine.Tasks.Find(thread) : null;

    /// <summary>The task, or null.</summary>
    public static ClusterTask? FindTask(EventContext context) => Find(context)?.Task;

    /// <summary>The app that the task belongs to, or null; never without a task.</summary>
    public static MarathonApp? FindApp(EventContext context) => Find(context)?.App;

    /// <summary>
    /// The name of the task's service as DC/OS shows it: by its label, else the path of the app or pod without the first slash, else the
    /// framework, which is a service of its own. Empty when none of them is known.
    /// </summary>
    public static ReadOnlySpan<byte> ServiceName(TaskMatch match)
    {
        var key = "DCOS_SERVICE_NAME"u8;
        if ((Label.Find(match.Task?.Labels ?? [], key) ?? Label.Find(match.App?.Labels ?? [], key)) is { Length: > 0 } name)
        {
            return name;
        }

        var path = match.App?.Id ?? match.Pod?.Id;
        return path is null ? match.Framework?.Name : path.AsSpan().TrimStart((byte)'/');
    }
}
