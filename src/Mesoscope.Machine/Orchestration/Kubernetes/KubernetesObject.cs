using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Orchestration.Kubernetes;

/// <summary>A Kubernetes object as the events so far made it. Texts are empty when not known.</summary>
public sealed class KubernetesObject
{
    /// <summary>Its unique id.</summary>
    public required byte[] Uid { get; init; }

    /// <summary>Its name.</summary>
    public required byte[] Name { get; init; }

    /// <summary>The namespace that it lives in.</summary>
    public required byte[] Namespace { get; init; }

    /// <summary>Its labels, sorted by the bytes of the key.</summary>
    public IReadOnlyList<Label> Labels { get; internal set; } = [];

    /// <summary>The labels of the pods that it selects.</summary>
    public IReadOnlyList<Label> Selectors { get; internal set; } = [];

    /// <summary>Ids of a pod's containers, as threads carry them.</summary>
    public IReadOnlyList<byte[]> ContainerIds { get; internal set; } = [];

    /// <summary>Whether it selects a pod: same namespace, and the pod has all its selectors as labels.</summary>
    public bool Selects(KubernetesObject pod)
    {
        if (Selectors.Count == 0 || pod.Labels.Count == 0 || !Namespace.AsSpan().SequenceEqual(pod.Namespace))
        {
            return false;
        }

        foreach (var selector in Selectors)
        {
            if (Label.Find(pod.Labels, selector.Key) is not { } value || !value.AsSpan().SequenceEqual(selector.Value))
            {
                return false;
            }
        }

        return true;
    }
}
