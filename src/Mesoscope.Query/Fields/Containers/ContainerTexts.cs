using System.Buffers.Binary;
using System.Text;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>How each field of the <c>container</c> family is taken from the record. A text that is not known is absent, not empty.</summary>
static class ContainerTexts
{
    static readonly byte[][] s_types =
    [
        "docker"u8.ToArray(), "lxc"u8.ToArray(), "libvirt-lxc"u8.ToArray(), "mesos"u8.ToArray(), "rkt"u8.ToArray(), "custom"u8.ToArray(),
        "cri"u8.ToArray(), "containerd"u8.ToArray(), "cri-o"u8.ToArray(), "bpm"u8.ToArray(), "static"u8.ToArray(), "podman"u8.ToArray(),
    ];

    public static bool Name(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        // The native containerizer names its containers by their id: what people call them is the task.
        var task = container.Type == ContainerType.Mesos ? context.Machine.Mesos.FindTask(container) : null;
        return Known(task?.Name ?? container.Name, ref value);
    }

    public static bool Image(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Known(container.Image, ref value);

    public static bool ImageId(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Known(container.ImageId, ref value);

    public static bool ImageRepository(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Known(container.ImageRepository, ref value);

    public static bool ImageTag(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Known(container.ImageTag, ref value);

    public static bool ImageDigest(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Known(container.ImageDigest, ref value);

    public static bool FullId(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Known(container.FullId, ref value);

    public static bool CniJson(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Known(container.CniJson, ref value);

    public static bool Type(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        var type = (uint)container.Type;
        value.Bytes = type < (uint)s_types.Length ? s_types[type] : default;
        return true;
    }

    public static bool Privileged(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        value.Number = container.IsPrivileged ? 1u : 0;
        return container.Type is ContainerType.Docker or ContainerType.Cri or ContainerType.Containerd or ContainerType.CriO or ContainerType.Podman;
    }

    public static bool HostPid(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Truth(container.IsHostPid, ref value);

    public static bool HostNetwork(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Truth(container.IsHostNetwork, ref value);

    public static bool HostIpc(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) => Truth(container.IsHostIpc, ref value);

    public static bool Mounts(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        for (var i = 0; i < container.Mounts.Count; i++)
        {
            if (i > 0)
            {
                scratch.Append((byte)',');
            }

            ContainerMountField.AppendMount(scratch, container.Mounts[i]);
        }

        value.Bytes = scratch.Written;
        return true;
    }

    public static bool Labels(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        LabelArgument.Append(scratch, container.Labels);
        value.Bytes = scratch.Written;
        return true;
    }

    public static ContainerExtractor Label(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        return (ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        {
            var text = Machine.Text.Label.Find(container.Labels, bytes);
            value.Bytes = text;
            return text is not null;
        };
    }

    public static bool Address(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value)
    {
        if (container.Address == 0)
        {
            return false;
        }

        Span<byte> address = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(address, container.Address);
        AddressText.AppendIPv4(scratch, address);
        value.Bytes = scratch.Written;
        return true;
    }

    public static bool HealthCheck(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Probe(container, ProbeKind.HealthCheck, scratch, ref value);

    public static bool LivenessProbe(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Probe(container, ProbeKind.Liveness, scratch, ref value);

    public static bool ReadinessProbe(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value) =>
        Probe(container, ProbeKind.Readiness, scratch, ref value);

    static bool Probe(ContainerInfo container, ProbeKind kind, Utf8Writer scratch, ref FieldValue value)
    {
        value.Bytes = "NONE"u8;
        for (var i = 0; i < container.Probes.Count; i++)
        {
            if (container.Probes[i] is var probe && probe.Kind == kind)
            {
                scratch.Append(probe.Exe);
                for (var j = 0; j < probe.Arguments.Count; j++)
                {
                    scratch.Append((byte)' ');
                    scratch.Append(probe.Arguments[j]);
                }

                value.Bytes = scratch.Written;
                break;
            }
        }

        return true;
    }

    static bool Known(byte[] text, ref FieldValue value)
    {
        value.Bytes = text;
        return text.Length > 0;
    }

    static bool Truth(bool truth, ref FieldValue value)
    {
        value.Number = truth ? 1u : 0;
        return true;
    }
}
