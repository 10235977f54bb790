using System.Text.Json;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>Reads <c>/v2/pods/::status</c>: the pods, and the tasks that their containers are.</summary>
public static class MarathonPodsReader
{
    static readonly JsonMembers<Draft> s_container = new(
        ("containerId", static (ref json, pod) => pod.TaskIds.Add(json.Text(isShared: false))));

    static readonly JsonMembers<Draft> s_instance = new(
        ("containers", static (ref json, pod) => JsonItems.Read(ref json, pod, static (ref json, pod) => s_container.Read(ref json, pod))));

    static readonly JsonMembers<Draft> s_spec = new(
        ("labels", static (ref json, pod) => pod.Labels = JsonLabels.Read(ref json)),
        ("version", static (ref json, pod) => pod.Version = json.Text()));

    static readonly JsonMembers<Draft> s_pod = new(
        ("id", static (ref json, pod) => pod.Id = json.Text()),
        ("spec", static (ref json, pod) => s_spec.Read(ref json, pod)),
        ("instances", static (ref json, pod) => JsonItems.Read(ref json, pod, static (ref json, pod) => s_instance.Read(ref json, pod))));

    static readonly JsonMembers<MarathonPods> s_recorded = new(
        ("frameworkId", static (ref json, pods) => pods.FrameworkId = json.Text()),
        ("pods", static (ref json, pods) => ReadRoot(ref json, pods)));

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The body of the answer, decompressed. Stays open; what it throws goes through.</param>
    /// <param name="limits">How much is believed; null for <see cref="DocumentLimits.Default"/>.</param>
    /// <returns>What it says; to be asked for <see cref="MarathonPods.IsUsable"/> first.</returns>
    public static MarathonPods Read(Stream stream, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var scope = new DocumentScope(limits ?? DocumentLimits.Default);
        var pods = new MarathonPods { Faults = scope.Faults };
        pods.IsUsable = DocumentReader.Read(stream, scope, pods, ReadRoot) && pods.IsUsable;
        return pods;
    }

    /// <summary>Reads the recorded pods of one Marathon under hand.</summary>
    internal static void ReadRecorded(ref JsonInput json, MarathonPods pods) => s_recorded.Read(ref json, pods);

    static void ReadRoot(ref JsonInput json, MarathonPods pods)
    {
        pods.IsUsable = json.Token == JsonTokenType.StartArray;
        JsonItems.Read(ref json, pods, ReadPod);
    }

    static void ReadPod(ref JsonInput json, MarathonPods pods)
    {
        var draft = new Draft();
        if (!s_pod.Read(ref json, draft))
        {
            return;
        }

        if (draft.Id.Length == 0)
        {
            json.Scope.Faults.Add(DocumentFault.NoId, "pod"u8, json.Offset);
            return;
        }

        var pod = new MarathonPod { Id = draft.Id, Labels = draft.Labels, Version = draft.Version };
        pods.PodList.Add(pod);
        foreach (var id in draft.TaskIds)
        {
            if (id.Length > 0)
            {
                pods.TaskList.Add(new(id, pod));
            }
        }
    }

    sealed class Draft
    {
        public byte[] Id { get; set; } = [];

        public IReadOnlyList<Label> Labels { get; set; } = [];

        public byte[] Version { get; set; } = [];

        public List<byte[]> TaskIds { get; } = [];
    }
}
