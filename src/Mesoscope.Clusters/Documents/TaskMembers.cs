using System.Text.Json;
using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>A task as masters and agents of all versions write it, in <c>/state</c> and in the operator API.</summary>
static class TaskMembers
{
    static readonly JsonMembers<TaskDraft> s_containerId = new(
        ("value", static (ref json, task) => task.ContainerId = json.Text(isShared: false)),
        ("parent", static (ref json, task) => task.ParentContainerId = json.Text()));

    static readonly JsonMembers<TaskDraft> s_containerStatus = new(
        ("container_id", static (ref json, task) =>
        {
            // Each status speaks of one container as a whole: a parent of the one before must not stay.
            (task.ContainerId, task.ParentContainerId) = ([], []);
            ReadContainerId(ref json, task);
        }));

    static readonly JsonMembers<TaskDraft> s_status = new(
        ("healthy", static (ref json, task) => task.IsHealthy = json.Truth()),
        ("container_status", static (ref json, task) => s_containerStatus.Read(ref json, task)));

    static readonly JsonMembers<TaskDraft> s_imageOfMesos = new(
        ("docker", static (ref json, task) => s_imageName!.Read(ref json, task)));

    static readonly JsonMembers<TaskDraft> s_imageName = new(
        ("name", static (ref json, task) => task.Image = json.Text()));

    static readonly JsonMembers<TaskDraft> s_docker = new(
        ("image", static (ref json, task) => task.Image = json.Text()));

    static readonly JsonMembers<TaskDraft> s_mesos = new(
        ("image", static (ref json, task) => s_imageOfMesos.Read(ref json, task)));

    static readonly JsonMembers<TaskDraft> s_container = new(
        ("docker", static (ref json, task) => s_docker.Read(ref json, task)),
        ("mesos", static (ref json, task) => s_mesos.Read(ref json, task)));

    static readonly JsonMembers<TaskDraft> s_task = new(
        ("id", static (ref json, task) => task.Id = json.Text(isShared: false)),
        ("taskId", static (ref json, task) => task.OtherId = json.Text(isShared: false)),
        ("task_id", static (ref json, task) => task.OtherId = json.Text(isShared: false)),
        ("name", static (ref json, task) => task.Name = json.Text()),
        ("framework_id", static (ref json, task) => task.FrameworkId = json.Text()),
        ("slave_id", static (ref json, task) => task.AgentId = json.Text()),
        ("slaveId", static (ref json, task) => task.AgentId = json.Text()),
        ("agent_id", static (ref json, task) => task.AgentId = json.Text()),
        ("executor_id", static (ref json, task) => task.ExecutorId = json.Text()),
        ("state", static (ref json, task) => task.State = ReadState(ref json)),
        ("labels", static (ref json, task) => task.Labels = JsonLabels.Read(ref json)),
        ("statuses", static (ref json, task) => JsonItems.Read(ref json, task, ReadStatus)),
        ("container", static (ref json, task) => s_container.Read(ref json, task)));

    static readonly JsonMembers<TaskDraft> s_newStatus = new(
        ("task_id", static (ref json, task) => task.Id = json.Text(isShared: false)),
        ("agent_id", static (ref json, task) => task.AgentId = json.Text()),
        ("executor_id", static (ref json, task) => task.ExecutorId = json.Text()),
        ("healthy", static (ref json, task) => task.IsHealthy = json.Truth()),
        ("container_status", static (ref json, task) => s_containerStatus.Read(ref json, task)));

    // The status has a state of its own, which can be older: the truth is beside it.
    static readonly JsonMembers<TaskDraft> s_update = new(
        ("framework_id", static (ref json, task) => task.FrameworkId = json.Text()),
        ("state", static (ref json, task) => task.State = ReadState(ref json)),
        ("status", static (ref json, task) => s_newStatus.Read(ref json, task)));

    /// <summary>Reads the content of <c>TASK_UPDATED</c> under hand; null without a task's id.</summary>
    public static ClusterTask? ReadUpdate(ref JsonInput json)
    {
        var draft = new TaskDraft();
        return s_update.Read(ref json, draft) ? draft.Finish(ref json) : null;
    }

    /// <summary>Reads the task under hand; null when it is none.</summary>
    public static ClusterTask? Read(ref JsonInput json)
    {
        var draft = new TaskDraft();
        return s_task.Read(ref json, draft) ? draft.Finish(ref json) : null;
    }

    /// <summary>Reads the state under hand; <see cref="TaskState.Unknown"/> when it is no text.</summary>
    public static TaskState ReadState(ref JsonInput json)
    {
        if (json.Token == JsonTokenType.String)
        {
            return TaskStates.Parse(json.Unescaped());
        }

        json.SkipWrong("state"u8);
        return TaskState.Unknown;
    }

    // The last one speaks: an earlier one's health is no longer that of the task.
    static void ReadStatus(ref JsonInput json, TaskDraft task)
    {
        task.IsHealthy = null;
        s_status.Read(ref json, task);
    }

    static void ReadContainerId(ref JsonInput json, TaskDraft task)
    {
        if (json.Token == JsonTokenType.StartObject)
        {
            s_containerId.Read(ref json, task);
        }
        else
        {
            task.ContainerId = json.Text(isShared: false);
        }
    }
}
