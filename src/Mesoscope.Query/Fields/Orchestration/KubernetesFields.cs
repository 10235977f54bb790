using System.Text;
using Mesoscope.Machine.Orchestration.Kubernetes;
using Mesoscope.Clusters.Text;
using Mesoscope.Query.Fields.Containers;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>
/// The <c>k8s</c> family: facts come from the labels of the event's container as far as they tell them, else from the objects that
/// belong to the container's pod.
/// </summary>
sealed class KubernetesFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "k8s";

    /// <inheritdoc/>
    public override string Description => "The Kubernetes objects that an event's thread works for, from the labels of its container and the cluster's state as the capture holds it.";

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => LabelArgument.Measure(rest);

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        OfText("k8s.pod.name", "Name of the Kubernetes pod that the thread works for.", static (c, s, ref v) =>
            SetLabelOf(ref v, c, s, "io.kubernetes.pod.name"u8) || (ClusterLookup.FindPod(c) is { } pod && v.Set(pod.Name))),
        OfText("k8s.pod.id", "Unique id of the Kubernetes pod.", static (c, s, ref v) =>
            SetLabelOf(ref v, c, s, "io.kubernetes.pod.uid"u8) || (ClusterLookup.FindPod(c) is { } pod && v.Set(pod.Uid))),
        OfText("k8s.pod.label", "One label of the Kubernetes pod, as in k8s.pod.label.app.", static (c, s, ref v) =>
            (ContainerLookup.Find(c, s) is { } container && PodLabels.Find(container, c.Machine) is { } labels && v.SetLabel(labels, s))
            || (ClusterLookup.FindPod(c) is { } pod && v.SetLabel(pod.Labels, s))).WithArgument(),
        OfText("k8s.pod.labels", "All labels of the Kubernetes pod as key:value, comma-separated.", static (c, s, ref v) =>
            (ContainerLookup.Find(c, s) is { } container && PodLabels.Find(container, c.Machine) is { } labels && v.SetPodLabels(labels, s))
            || (ClusterLookup.FindPod(c) is { } pod && v.SetLabels(pod.Labels, s))),
        .. OwnerRows.Of("k8s.rc", KubernetesKind.ReplicationController, "replication controller"),
        .. OwnerRows.OfServices,
        OfText("k8s.ns.name", "Name of the Kubernetes namespace that the pod lives in.", static (c, s, ref v) =>
            SetLabelOf(ref v, c, s, "io.kubernetes.pod.namespace"u8) || (ClusterLookup.FindPod(c) is { } pod && v.Set(pod.Namespace))),
        OfText("k8s.ns.id", "Unique id of the Kubernetes namespace.", static (c, s, ref v) =>
            ClusterLookup.FindNamespace(c) is { } space && v.Set(space.Uid)),
        OfText("k8s.ns.label", "One label of the Kubernetes namespace, as in k8s.ns.label.app.", static (c, s, ref v) =>
            ClusterLookup.FindNamespace(c) is { } space && v.SetLabel(space.Labels, s)).WithArgument(),
        OfText("k8s.ns.labels", "All labels of the Kubernetes namespace as key:value, comma-separated.", static (c, s, ref v) =>
            ClusterLookup.FindNamespace(c) is { } space && v.SetLabels(space.Labels, s)),
        .. OwnerRows.Of("k8s.rs", KubernetesKind.ReplicaSet, "replica set"),
        .. OwnerRows.Of("k8s.deployment", KubernetesKind.Deployment, "deployment"),
        OfText("k8s.pod.uid", "Unique id of the Kubernetes pod, from the container's labels.", static (c, s, ref v) =>
            SetLabelOf(ref v, c, s, "io.kubernetes.pod.uid"u8)).AsAddition(),
        OfText("k8s.pod.sandbox_id", "Short id of the pod's sandbox.", static (c, s, ref v) =>
            ContainerLookup.Find(c, s) is { } container && PodLabels.FindSandboxId(container) is { } id && v.Set(PodLabels.Shorten(id))).AsAddition(),
        OfText("k8s.pod.full_sandbox_id", "Id of the pod's sandbox at full length.", static (c, s, ref v) =>
            ContainerLookup.Find(c, s) is { } container && PodLabels.FindSandboxId(container) is { } id && v.Set(id)).AsAddition(),
        OfText("k8s.pod.ip", "IPv4 address of the pod.", LaterContainerRows.SetAddress).AsAddition(),
        ContainerRows.Text("k8s.pod.cni.json", "What the network plugin answered when the pod was made, JSON.", static container => container.CniJson).AsAddition(),
    ];

    /// <inheritdoc/>
    protected override void BindArgument(FieldRow row, string text, string argument, FieldScratch scratch) =>
        scratch.ArgumentName = Encoding.UTF8.GetBytes(argument);

    static bool SetLabelOf(ref FieldValue value, Machine.EventContext context, FieldScratch scratch, ReadOnlySpan<byte> key) =>
        ContainerLookup.Find(context, scratch) is { Labels.Count: > 0 } container && Label.Find(container.Labels, key) is { } text && value.Set(text);
}
