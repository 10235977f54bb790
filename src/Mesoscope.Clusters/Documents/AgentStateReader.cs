using System.Runtime.InteropServices;
using System.Text.Json;
using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>Reads <c>/state</c> (<c>/slave(1)/state.json</c> before 0.25) of a Mesos agent.</summary>
public static class AgentStateReader
{
    static readonly JsonMembers<Draft> s_executor = new(
        ("id", static (ref json, draft) => draft.ExecutorId = json.Text()),
        ("executor_id", static (ref json, draft) => draft.ExecutorId = json.Text()),
        ("container", static (ref json, draft) => draft.ContainerId = json.Text()),
        ("tasks", static (ref json, draft) => JsonItems.Read(ref json, draft, ReadTask)),
        ("queued_tasks", static (ref json, draft) => JsonItems.Read(ref json, draft, ReadTask)));

    static readonly JsonMembers<Draft> s_framework = new(
        ("id", static (ref json, draft) => draft.Id = json.Text()),
        ("name", static (ref json, draft) => draft.Name = json.Text()),
        ("user", static (ref json, draft) => draft.User = json.Text()),
        ("role", static (ref json, draft) => draft.Role = json.Text()),
        ("executors", static (ref json, draft) => JsonItems.Read(ref json, draft, ReadExecutor)));

    static readonly JsonMembers<AgentState> s_state = new(
        ("id", static (ref json, state) => state.Id = json.Text()),
        ("hostname", static (ref json, state) => state.Hostname = json.Text()),
        ("frameworks", static (ref json, state) => ReadFrameworks(ref json, state)));

    /// <summary>Reads a document. Reads the stream synchronously, so call it from a background thread.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="AgentState.IsUsable"/> first.</returns>
    public static AgentState Read(Stream stream, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var state = new AgentState { Faults = scope.Faults };
        state.IsUsable = DocumentReader.Read(stream, scope, state, static (ref json, state) => s_state.Read(ref json, state)) && state.IsUsable;
        return state;
    }

    static void ReadFrameworks(ref JsonInput json, AgentState state)
    {
        state.IsUsable |= json.Token == JsonTokenType.StartArray;
        JsonItems.Read(ref json, state, ReadFramework);
    }

    static void ReadFramework(ref JsonInput json, AgentState state)
    {
        var draft = new Draft(state.TaskList);
        var first = state.TaskList.Count;
        if (!s_framework.Read(ref json, draft))
        {
            return;
        }

        if (draft.Id.Length == 0)
        {
            json.Scope.Faults.Add(DocumentFault.NoId, "framework"u8, json.Offset);
            state.TaskList.RemoveRange(first, state.TaskList.Count - first);
            return;
        }

        foreach (var task in CollectionsMarshal.AsSpan(state.TaskList)[first..])
        {
            task.FrameworkId = draft.Id;
        }

        state.FrameworkList.Add(new ClusterFramework
        {
            Id = draft.Id,
            Name = draft.Name.Length > 0 ? draft.Name : draft.Id,
            User = draft.User,
            Role = draft.Role,
            IsActive = true,
        });
    }

    static void ReadExecutor(ref JsonInput json, Draft draft)
    {
        (draft.ExecutorId, draft.ContainerId) = ([], []);
        var first = draft.Tasks.Count;
        s_executor.Read(ref json, draft);
        for (var i = first; i < draft.Tasks.Count; i++)
        {
            if (draft.Tasks[i].ContainerId.Length == 0)
            {
                draft.Tasks[i] = draft.Tasks[i] with { ContainerId = draft.ContainerId };
            }
        }
    }

    static void ReadTask(ref JsonInput json, Draft draft)
    {
        if (TaskMembers.Read(ref json) is not { } task)
        {
            return;
        }

        if (draft.Tasks.Count < json.Scope.Limits.Tasks)
        {
            draft.Tasks.Add(task);
        }
        else
        {
            json.Scope.Faults.Add(DocumentFault.TooMany, "task"u8, json.Offset);
        }
    }

    sealed class Draft(List<ClusterTask> tasks)
    {
        public List<ClusterTask> Tasks { get; } = tasks;

        public byte[] Id { get; set; } = [];

        public byte[] Name { get; set; } = [];

        public byte[] User { get; set; } = [];

        public byte[] Role { get; set; } = [];

        public byte[] ExecutorId { get; set; } = [];

        public byte[] ContainerId { get; set; } = [];
    }
}
