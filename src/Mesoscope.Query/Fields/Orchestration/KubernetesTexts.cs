using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Text;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Orchestration;

/// <summary>What a container's record tells of its Kubernetes pod: the runtimes keep it in labels.</summary>
static class KubernetesTexts
{
    /// <summary>Digits of the sandbox's id that name its record.</summary>
    const int ShortIdLength = 12;

    public static bool PodUid(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Known(Label.Find(container.Labels, "io.kubernetes.pod.uid"u8), ref value);

    public static bool SandboxId(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        var isKnown = FullSandboxId(container, context, scratch, ref value);
        value.Bytes = value.Bytes[..Math.Min(value.Bytes.Length, ShortIdLength)];
        return isKnown;
    }

    public static bool FullSandboxId(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Known(FindSandboxId(container), ref value);

    /// <summary>A name, id or namespace of the pod; false when no label tells it.</summary>
    public static bool TryGetText(ContainerInfo container, ReadOnlySpan<byte> label, ref FieldValue value) =>
        container.Labels.Count > 0 && Known(Label.Find(container.Labels, label), ref value);

    /// <summary>The labels of the container's pod: those of the sandbox, whose record is found by its id. Null when it is not known.</summary>
    public static IReadOnlyList<Label>? FindPodLabels(ContainerInfo container, MachineState machine)
    {
        if (container.PodSandboxLabels.Count > 0)
        {
            return container.PodSandboxLabels;
        }

        if (container.Labels.Count == 0 || Label.Find(container.Labels, "io.kubernetes.sandbox.id"u8) is not { } id)
        {
            return null;
        }

        var sandbox = machine.Containers.Find(id.AsSpan(0, Math.Min(id.Length, ShortIdLength)));
        return sandbox is { Labels.Count: > 0 } ? sandbox.Labels : null;
    }

    /// <summary>Appends labels without those that runtimes keep for themselves.</summary>
    public static void AppendPodLabels(Utf8Writer output, IReadOnlyList<Label> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (!labels[i].Key.AsSpan().StartsWith("annotation."u8) && !labels[i].Key.AsSpan().StartsWith("io.kubernetes."u8))
            {
                LabelArgument.Append(output, labels[i]);
            }
        }
    }

    static byte[]? FindSandboxId(ContainerInfo container) =>
        container.PodSandboxId.Length > 0 ? container.PodSandboxId : Label.Find(container.Labels, "io.kubernetes.sandbox.id"u8);

    static bool Known(byte[]? text, ref FieldValue value)
    {
        value.Bytes = text;
        return text is not null;
    }
}
