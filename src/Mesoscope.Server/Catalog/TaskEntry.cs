using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// A task as the cluster told of it last. Guarded by the catalog's lock.
sealed class TaskEntry(string clusterId, string taskId)
{
    public string ClusterId { get; } = clusterId;

    public string TaskId { get; } = taskId;

    public string State { get; set; } = "";

    public string HostName { get; set; } = "";

    public IReadOnlyList<string> ContainerIds { get; set; } = [];

    // What its containers are named by it, state included.
    public LabelSet Labels { get; set; } = LabelSet.Empty;

    public long SinceMilliseconds { get; set; }

    public long ReportedMilliseconds { get; set; }

    // True once an agent had a container of it.
    public bool HasContainer { get; set; }
}
