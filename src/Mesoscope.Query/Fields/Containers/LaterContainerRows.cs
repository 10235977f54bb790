using System.Buffers.Binary;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>Fields of containers that sysdig 0.29.3 does not have.</summary>
static class LaterContainerRows
{
    /// <summary>The rows.</summary>
    public static FieldRow[] All =>
    [
        ContainerRows.Text("container.full_id", "The id at full length.", static container => container.FullId).AsAddition(),
        OfText("container.ip", "IPv4 address of the container.", SetAddress).AsAddition(),
        ContainerRows.Text("container.cni.json", "What the network plugin answered when the pod was made, JSON.", static container => container.CniJson).AsAddition(),
        Truth("container.host_pid", "process ids", static container => container.IsHostPid),
        Truth("container.host_network", "network", static container => container.IsHostNetwork),
        Truth("container.host_ipc", "IPC", static container => container.IsHostIpc),
        OfNumber("container.start_ts", ParameterType.AbsTime, "When the first process of the container began, nanoseconds since 1970.", static (c, s, ref v) =>
            c.Thread is { ContainerId.Length: > 0, NamespaceInitTime: > 0 and var start } && v.Set(start)).AsAddition(),
        OfNumber("container.duration", ParameterType.RelTime, "Nanoseconds since the first process of the container began.", static (c, s, ref v) =>
            c.Thread is { ContainerId.Length: > 0, NamespaceInitTime: > 0 and var start } && v.Set(c.Event.Timestamp - start)).AsAddition(),
        OfText("container.label", "One label of the container, as in container.label.version.", static (c, s, ref v) =>
            ContainerLookup.Find(c, s) is { } container && v.SetLabel(container.Labels, s)).WithArgument().AsAddition(),
        OfText("container.labels", "All labels of the container as key:value, comma-separated.", static (c, s, ref v) =>
            ContainerLookup.Find(c, s) is { } container && v.SetLabels(container.Labels, s)).AsAddition(),
    ];

    /// <summary>The value is the address of the event's container, when it is known.</summary>
    public static bool SetAddress(Machine.EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (ContainerLookup.Find(context, scratch) is not { Address: > 0 and var address })
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        var text = scratch.NewText();
        AddressText.AppendIPv4(text, bytes);
        return value.Set(text.Written);
    }

    static FieldRow Truth(string name, string noun, Func<ContainerInfo, bool> take) => OfBool(
        name,
        $"Whether the container shares the host's {noun}.",
        (c, s, ref v) => ContainerLookup.Find(c, s) is { } container && v.Set(take(container))).AsAddition();
}
