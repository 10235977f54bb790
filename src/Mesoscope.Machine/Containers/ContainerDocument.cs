using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Mesoscope.Machine.Documents;

namespace Mesoscope.Machine.Containers;

/// <summary>Reads the JSON of a container event, of every era: members that are not there keep their defaults.</summary>
public static class ContainerDocument
{
    delegate void TextMember(ContainerInfo container, byte[] text);

    delegate void NumberMember(ContainerInfo container, long number);

    static readonly (byte[] Name, TextMember Set)[] s_texts =
    [
        ("full_id"u8.ToArray(), static (c, text) => c.FullId = text),
        ("name"u8.ToArray(), static (c, text) => c.Name = text),
        ("image"u8.ToArray(), static (c, text) => c.Image = text),
        ("imageid"u8.ToArray(), static (c, text) => c.ImageId = text),
        ("imagerepo"u8.ToArray(), static (c, text) => c.ImageRepository = text),
        ("imagetag"u8.ToArray(), static (c, text) => c.ImageTag = text),
        ("imagedigest"u8.ToArray(), static (c, text) => c.ImageDigest = text),
        ("mesos_task_id"u8.ToArray(), static (c, text) => c.MesosTaskId = text),
        ("pod_sandbox_id"u8.ToArray(), static (c, text) => c.PodSandboxId = text),
        ("cni_json"u8.ToArray(), static (c, text) => c.CniJson = text),
        ("container_user"u8.ToArray(), static (c, text) => c.User = text),
        ("User"u8.ToArray(), static (c, text) => c.User = text),
        ("ip"u8.ToArray(), static (c, text) => c.Address = ReadAddress(text)),
    ];

    static readonly (byte[] Name, NumberMember Set)[] s_numbers =
    [
        ("type"u8.ToArray(), static (c, number) => c.Type = (ContainerType)number),
        ("is_pod_sandbox"u8.ToArray(), static (c, number) => c.IsPodSandbox = number != 0),
        ("privileged"u8.ToArray(), static (c, number) => c.IsPrivileged = number != 0),
        ("lookup_state"u8.ToArray(), static (c, number) => c.LookupState = ReadState(number)),
        ("created_time"u8.ToArray(), static (c, number) => c.CreatedSeconds = number),
        ("memory_limit"u8.ToArray(), static (c, number) => c.MemoryLimitBytes = number),
        ("swap_limit"u8.ToArray(), static (c, number) => c.SwapLimitBytes = number),
        ("cpu_shares"u8.ToArray(), static (c, number) => c.CpuShares = number),
        ("cpu_quota"u8.ToArray(), static (c, number) => c.CpuQuota = number),
        ("cpu_period"u8.ToArray(), static (c, number) => c.CpuPeriod = number),
        ("cpuset_cpu_count"u8.ToArray(), static (c, number) => c.CpuSetCount = (int)number),
        ("host_pid"u8.ToArray(), static (c, number) => c.IsHostPid = number != 0),
        ("host_network"u8.ToArray(), static (c, number) => c.IsHostNetwork = number != 0),
        ("host_ipc"u8.ToArray(), static (c, number) => c.IsHostIpc = number != 0),
    ];

    static readonly (byte[] Name, ProbeKind Kind)[] s_probes =
    [
        ("Healthcheck"u8.ToArray(), ProbeKind.HealthCheck),
        ("LivenessProbe"u8.ToArray(), ProbeKind.Liveness),
        ("ReadinessProbe"u8.ToArray(), ProbeKind.Readiness),
    ];

    /// <summary>Reads the document of an event; null when it is not one.</summary>
    public static ContainerInfo? Read(ReadOnlySpan<byte> json)
    {
        if (!JsonText.TryParse(json, out var document))
        {
            return null;
        }

        using (document)
        {
            return document.RootElement.TryGet("container"u8, out var element) && element.ValueKind == JsonValueKind.Object
                ? Read(element)
                : null;
        }
    }

    static ContainerInfo Read(JsonElement element)
    {
        var container = new ContainerInfo { Id = element.GetText("id"u8) };
        foreach (var (name, set) in s_texts)
        {
            if (element.TryGet(name, out var member) && JsonText.TryGetText(member, out var text))
            {
                set(container, text);
            }
        }

        foreach (var (name, set) in s_numbers)
        {
            if (element.TryGetNumber(name, out var number))
            {
                set(container, number);
            }
        }

        container.Mounts = ReadArray(element, "Mounts"u8, ReadMount);
        container.Ports = ReadArray(element, "port_mappings"u8, ReadPort);
        container.Environment = ReadTexts(element, "env"u8);
        container.Labels = element.GetLabels("labels"u8);
        container.PodSandboxLabels = element.GetLabels("pod_sandbox_labels"u8);
        container.Probes = ReadProbes(element);
        return container;
    }

    static T[] ReadArray<T>(JsonElement element, ReadOnlySpan<byte> name, Func<JsonElement, T> read)
    {
        if (!element.TryGet(name, out var array) || array.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var items = new T[array.GetArrayLength()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(array[i]);
        }

        return items;
    }

    static byte[][] ReadTexts(JsonElement element, ReadOnlySpan<byte> name)
    {
        var texts = ReadArray(element, name, static item => item.ValueKind == JsonValueKind.String && JsonText.TryGetText(item, out var text) ? text : null);
        return Array.FindAll(texts, static text => text is not null)!;
    }

    static List<ContainerProbe> ReadProbes(JsonElement element)
    {
        List<ContainerProbe> probes = [];
        foreach (var (name, kind) in s_probes)
        {
            if (element.TryGet(name, out var probe) && probe.TryGet("exe"u8, out var exe) && JsonText.TryGetText(exe, out var text))
            {
                probes.Add(new ContainerProbe(kind, text, ReadTexts(probe, "args"u8)));
            }
        }

        return probes;
    }

    static ContainerMount ReadMount(JsonElement mount) => new(
        mount.GetText("Source"u8),
        mount.GetText("Destination"u8),
        mount.GetText("Mode"u8),
        mount.TryGet("RW"u8, out var writable) && writable.ValueKind == JsonValueKind.True,
        mount.GetText("Propagation"u8));

    static ContainerPort ReadPort(JsonElement port)
    {
        port.TryGetNumber("HostIp"u8, out var address);
        port.TryGetNumber("HostPort"u8, out var hostPort);
        port.TryGetNumber("ContainerPort"u8, out var containerPort);
        return new ContainerPort((uint)address, (ushort)hostPort, (ushort)containerPort);
    }

    /// <summary>A look-up that was still under way when the capture was written can never end: it failed.</summary>
    static ContainerLookupState ReadState(long number) => number switch
    {
        0 or 2 => ContainerLookupState.Failed,
        _ => ContainerLookupState.Successful,
    };

    static uint ReadAddress(byte[] text) =>
        IPAddress.TryParse(System.Text.Encoding.Latin1.GetString(text), out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())
            : 0;
}
