using Mesoscope.Machine;
using Mesoscope.Machine.Orchestration.Kubernetes;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>Finds the Kubernetes objects of the event's container among those that recorded events told of.</summary>
static class ClusterLookup
{
    /// <summary>The pod, or null.</summary>
    public static KubernetesObject? FindPod(EventContext context) =>
        context.Thread is { ContainerId.Length: > 0 } thread ? context.Machine.Kubernetes.FindPod(thread.ContainerId) : null;

    /// <summary>The namespace of the pod, or null.</summary>
    public static KubernetesObject? FindNamespace(EventContext context) =>
        FindPod(context) is { } pod ? context.Machine.Kubernetes.FindNamespace(pod.Namespace) : null;

    /// <summary>The objects of a kind that select the pod.</summary>
    public static IReadOnlyList<KubernetesObject> FindOwners(EventContext context, KubernetesKind kind) =>
        FindPod(context) is { } pod ? context.Machine.Kubernetes.FindOwners(kind, pod) : [];
}
