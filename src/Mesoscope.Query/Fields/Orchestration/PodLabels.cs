using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>What a container's record tells of its Kubernetes pod: the runtimes keep it in labels.</summary>
static class PodLabels
{
    /// <summary>Digits of the sandbox's id that name its record.</summary>
    const int ShortIdLength = 12;

    /// <summary>Full id of the pod's sandbox, or null.</summary>
    public static byte[]? FindSandboxId(ContainerInfo container) =>
        container.PodSandboxId.Length > 0 ? container.PodSandboxId : Label.Find(container.Labels, "io.kubernetes.sandbox.id"u8);

    /// <summary>The first digits of an id.</summary>
    public static ReadOnlySpan<byte> Shorten(byte[] id) => id.AsSpan(0, Math.Min(id.Length, ShortIdLength));

    /// <summary>The labels of the container's pod: those of the sandbox, whose record is found by its id. Null when it is not known.</summary>
    public static IReadOnlyList<Label>? Find(ContainerInfo container, MachineState machine)
    {
        if (container.PodSandboxLabels.Count > 0)
        {
            return container.PodSandboxLabels;
        }

        return Label.Find(container.Labels, "io.kubernetes.sandbox.id"u8) is { } id
            && machine.Containers.Find(Shorten(id)) is { Labels: { Count: > 0 } labels } ? labels : null;
    }

    /// <summary>The value is all labels but those that runtimes keep for themselves.</summary>
    public static bool SetPodLabels(this ref FieldValue value, IReadOnlyList<Label> labels, FieldScratch scratch)
    {
        var text = scratch.NewText();
        for (var i = 0; i < labels.Count; i++)
        {
            var key = labels[i].Key.AsSpan();
            if (!key.StartsWith("annotation."u8) && !key.StartsWith("io.kubernetes."u8))
            {
                LabelArgument.Append(text, labels[i]);
            }
        }

        return value.Set(text.Written);
    }
}
