using Mesoscope.Machine;
using Mesoscope.Machine.Orchestration.Kubernetes;
using Mesoscope.Machine.Text;
using Mesoscope.Query.Fields.Containers;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>
/// A fact about a Kubernetes object of the event's thread: from the container's labels as far as they tell it, else from the objects
/// that belong to the container's pod.
/// </summary>
sealed class KubernetesField(KubernetesKind kind, KubernetesPart part, byte[] key) : Field
{
    readonly Utf8Writer _scratch = new();
    ContainerLookup _lookup;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { ContainerId.Length: > 0 } thread)
        {
            return false;
        }

        _scratch.Clear();
        if (_lookup.Find(thread, context.Machine.Containers) is { } container && TryGetFromContainer(container, context.Machine, ref value))
        {
            return true;
        }

        return context.Machine.Kubernetes.FindPod(thread.ContainerId) is { } pod && TryGetFromCluster(pod, context.Machine.Kubernetes, ref value);
    }

    bool TryGetFromContainer(Machine.Containers.ContainerInfo container, MachineState machine, ref FieldValue value)
    {
        switch (kind, part)
        {
            case (KubernetesKind.Pod, KubernetesPart.Name):
                return KubernetesTexts.TryGetText(container, "io.kubernetes.pod.name"u8, ref value);
            case (KubernetesKind.Pod, KubernetesPart.Uid):
                return KubernetesTexts.TryGetText(container, "io.kubernetes.pod.uid"u8, ref value);
            case (KubernetesKind.Namespace, KubernetesPart.Name):
                return KubernetesTexts.TryGetText(container, "io.kubernetes.pod.namespace"u8, ref value);
            case (KubernetesKind.Pod, KubernetesPart.Label):
                var text = KubernetesTexts.FindPodLabels(container, machine) is { } labels ? Label.Find(labels, key) : null;
                value.Bytes = text;
                return text is not null;
            case (KubernetesKind.Pod, KubernetesPart.Labels) when KubernetesTexts.FindPodLabels(container, machine) is { } all:
                KubernetesTexts.AppendPodLabels(_scratch, all);
                value.Bytes = _scratch.Written;
                return true;
            default:
                return false;
        }
    }

    bool TryGetFromCluster(KubernetesObject pod, KubernetesState cluster, ref FieldValue value)
    {
        switch (kind)
        {
            case KubernetesKind.Pod:
                return TryTake(pod, ref value);
            case KubernetesKind.Namespace when part == KubernetesPart.Name:
                value.Bytes = pod.Namespace;
                return true;
            case KubernetesKind.Namespace:
                return cluster.FindNamespace(pod.Namespace) is { } space && TryTake(space, ref value);
            case KubernetesKind.Service:
                return TryJoin(cluster.FindOwners(kind, pod), ref value);
            default:
                var owners = cluster.FindOwners(kind, pod);
                return owners.Count > 0 && TryTake(owners[0], ref value);
        }
    }

    bool TryTake(KubernetesObject item, ref FieldValue value)
    {
        if (part == KubernetesPart.Labels)
        {
            LabelArgument.Append(_scratch, item.Labels);
            value.Bytes = _scratch.Written;
            return true;
        }

        var text = Take(item);
        value.Bytes = text;
        return text is not null;
    }

    /// <summary>One text for all services. A label that none of them has, or only with an empty value, is absent.</summary>
    bool TryJoin(IReadOnlyList<KubernetesObject> items, ref FieldValue value)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (part == KubernetesPart.Labels)
            {
                LabelArgument.Append(_scratch, items[i].Labels);
            }
            else if (Take(items[i]) is { } text)
            {
                if (_scratch.Length > 0)
                {
                    _scratch.Append(", "u8);
                }

                _scratch.Append(text);
            }
        }

        value.Bytes = _scratch.Written;
        return items.Count > 0 && (part != KubernetesPart.Label || _scratch.Length > 0);
    }

    byte[]? Take(KubernetesObject item) => part switch
    {
        KubernetesPart.Name => item.Name,
        KubernetesPart.Uid => item.Uid,
        _ => Label.Find(item.Labels, key),
    };
}
