using System.Text.Json;

namespace Mesoscope.Clusters.Documents;

/// <summary>Reads <c>/containers</c> (a list) and the operator API's <c>GET_CONTAINERS</c> (an object around it) of a Mesos agent.</summary>
public static class AgentContainersReader
{
    static readonly JsonMembers<Draft> s_id = new(
        ("value", static (ref json, container) => container.Id = json.Text(isShared: false)),
        ("parent", static (ref json, container) => container.ParentId = json.Text()));

    static readonly JsonMembers<Draft> s_status = new(
        ("container_id", static (ref json, container) => ReadId(ref json, container)),
        ("executor_pid", static (ref json, container) => container.ExecutorPid = (long)json.Number()));

    static readonly JsonMembers<Draft> s_container = new(
        ("container_id", static (ref json, container) => ReadId(ref json, container)),
        ("executor_id", static (ref json, container) => container.ExecutorId = json.Text(isShared: false)),
        ("framework_id", static (ref json, container) => container.FrameworkId = json.Text()),
        ("status", static (ref json, container) => s_status.Read(ref json, container)),
        ("container_status", static (ref json, container) => s_status.Read(ref json, container)));

    static readonly JsonMembers<AgentContainers> s_list = new(
        ("containers", static (ref json, containers) => ReadList(ref json, containers)));

    static readonly JsonMembers<AgentContainers> s_answer = new(
        ("get_containers", static (ref json, containers) => containers.IsUsable = s_list.Read(ref json, containers)));

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="AgentContainers.IsUsable"/> first.</returns>
    public static AgentContainers Read(Stream stream, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var containers = new AgentContainers { Faults = scope.Faults };
        containers.IsUsable = DocumentReader.Read(stream, scope, containers, ReadRoot) && containers.IsUsable;
        return containers;
    }

    static void ReadRoot(ref JsonInput json, AgentContainers containers)
    {
        if (json.Token == JsonTokenType.StartArray)
        {
            ReadList(ref json, containers);
        }
        else
        {
            s_answer.Read(ref json, containers);
        }
    }

    static void ReadList(ref JsonInput json, AgentContainers containers)
    {
        containers.IsUsable |= json.Token == JsonTokenType.StartArray;
        JsonItems.Read(ref json, containers, ReadContainer);
    }

    static void ReadContainer(ref JsonInput json, AgentContainers containers)
    {
        var draft = new Draft();
        if (!s_container.Read(ref json, draft))
        {
            return;
        }

        if (draft.Id.Length > 0)
        {
            containers.List.Add(new AgentContainer(draft.Id, draft.ParentId, draft.ExecutorId, draft.FrameworkId, draft.ExecutorPid));
        }
        else
        {
            json.Scope.Faults.Add(DocumentFault.NoId, "container"u8, json.Offset);
        }
    }

    static void ReadId(ref JsonInput json, Draft container)
    {
        if (json.Token == JsonTokenType.StartObject)
        {
            s_id.Read(ref json, container);
        }
        else
        {
            container.Id = json.Text(isShared: false);
        }
    }

    sealed class Draft
    {
        public byte[] Id { get; set; } = [];

        public byte[] ParentId { get; set; } = [];

        public byte[] ExecutorId { get; set; } = [];

        public byte[] FrameworkId { get; set; } = [];

        public long ExecutorPid { get; set; }
    }
}
