using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers.Docker;

/// <summary>Reads the answer to <c>/containers/ID/json</c>.</summary>
static class DockerInspection
{
    const int ShortIdLength = 12;

    static readonly string[] s_taskVariables = ["MESOS_TASK_ID", "mesos_task_id", "MESOS_EXECUTOR_ID"];

    static readonly string[] s_kept = ["MESOS", "MARATHON", "mesos"];

    /// <summary>The facts; null when the document is not about a container with that id.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="id">Short id that was asked for.</param>
    /// <param name="type">Number of the runtime, as container events have it.</param>
    public static ContainerFacts? Read(JsonElement root, string id, int type)
    {
        var fullId = root.Text("Id"u8);
        if (!fullId.StartsWith(id, StringComparison.OrdinalIgnoreCase) || fullId.Length < ShortIdLength)
        {
            return null;
        }

        var config = root.Member("Config"u8);
        var host = root.Member("HostConfig"u8);
        var name = root.Text("Name"u8).TrimStart('/');
        var environment = config.Items("Env"u8).Select(e => e.Text()).Where(v => Array.Exists(s_kept, k => v.Contains(k, StringComparison.Ordinal))).ToList();
        var labels = config.Members("Labels"u8).Select(l => KeyValuePair.Create(l.Name, l.Value.Text())).OrderBy(l => l.Key, StringComparer.Ordinal).ToList();
        return new ContainerFacts
        {
            Id = id,
            Type = type,
            FullId = fullId,
            Name = name,
            Image = ImageName.Parse(config.Text("Image"u8)),
            ImageId = root.Text("Image"u8) is var image && image.IndexOf(':', StringComparison.Ordinal) is var colon ? image[(colon + 1)..] : "",
            Address = ReadAddress(root.Member("NetworkSettings"u8)),
            User = config.Text("User"u8),
            IsPrivileged = host.IsTrue("Privileged"u8),
            IsPodSandbox = name.StartsWith("k8s_POD", StringComparison.Ordinal),
            IsHostPid = host.Text("PidMode"u8) == "host",
            IsHostNetwork = host.Text("NetworkMode"u8) == "host",
            IsHostIpc = host.Text("IpcMode"u8) == "host",
            CreatedSeconds = ReadTime(root.Text("Created"u8)),
            MemoryLimitBytes = host.Number("Memory"u8),
            SwapLimitBytes = host.Number("MemorySwap"u8),
            CpuShares = host.Number("CpuShares"u8) is > 0 and var shares ? shares : 1024,
            // One processor is 10^9 there and a quota of 10^5 here.
            CpuQuota = Math.Max(host.Number("CpuQuota"u8), host.Number("NanoCpus"u8) / 10_000),
            CpuPeriod = host.Number("CpuPeriod"u8) is > 0 and var period ? period : 100_000,
            CpuSetCount = CountCpus(host.Text("CpusetCpus"u8)),
            Mounts = [.. root.Items("Mounts"u8).Select(ReadMount)],
            Ports = ReadPorts(root.Member("NetworkSettings"u8)),
            Labels = labels,
            Environment = environment,
            HealthCheck = ReadHealthCheck(config.Member("Healthcheck"u8)),
            MesosTaskId = FindTask(environment, labels),
        };
    }

    static string FindTask(List<string> environment, List<KeyValuePair<string, string>> labels)
    {
        foreach (var name in s_taskVariables)
        {
            var found = environment.Find(v => v.StartsWith(name + "=", StringComparison.Ordinal));
            if (found is not null && found[(name.Length + 1)..].Trim() is { Length: > 0 } task)
            {
                return task;
            }
        }

        return labels.Find(l => l.Key == "MESOS_TASK_ID").Value ?? "";
    }

    // A container in several networks has its addresses there; the first IPv4 one is as good as any.
    static string ReadAddress(JsonElement network)
    {
        var addresses = network.Members("Networks"u8).Select(n => n.Value.Text("IPAddress"u8)).Prepend(network.Text("IPAddress"u8));
        return addresses.FirstOrDefault(a => IPAddress.TryParse(a, out var address) && address.AddressFamily == AddressFamily.InterNetwork) ?? "0.0.0.0";
    }

    static long ReadTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Math.Max(time.ToUnixTimeSeconds(), 0) : 0;

    // "0-3,7"
    static int CountCpus(string text)
    {
        var count = 0;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-');
            var isRead = int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                & int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last);
            count += isRead && last >= first && last < 65536 ? last - first + 1 : 0;
        }

        return count;
    }

    static ContainerMount ReadMount(JsonElement mount) =>
        new(mount.Text("Source"u8), mount.Text("Destination"u8), mount.Text("Mode"u8), mount.IsTrue("RW"u8), mount.Text("Propagation"u8));

    // "6379/tcp": [{"HostIp": "0.0.0.0", "HostPort": "6379"}]; the event has no place for a protocol, and means TCP.
    static List<ContainerPort> ReadPorts(JsonElement network)
    {
        List<ContainerPort> ports = [];
        foreach (var item in network.Members("Ports"u8))
        {
            if (!item.Name.EndsWith("/tcp", StringComparison.Ordinal) || !TryReadPort(item.Name[..^4], out var port) || item.Value.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var binding in item.Value.EnumerateArray())
            {
                if (TryReadPort(binding.Text("HostPort"u8), out var hostPort)
                    && IPAddress.TryParse(binding.Text("HostIp"u8), out var address) && address.AddressFamily == AddressFamily.InterNetwork)
                {
                    ports.Add(new ContainerPort(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()), hostPort, port));
                }
            }
        }

        return ports;
    }

    static bool TryReadPort(string text, out ushort port) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);

    // ["NONE"], ["CMD", exe, arguments...] or ["CMD-SHELL", command]
    static ContainerProbe? ReadHealthCheck(JsonElement check)
    {
        var words = check.Items("Test"u8).Select(t => t.Text()).ToList();
        return words switch
        {
            ["CMD", var exe, ..] => new ContainerProbe(exe, words[2..]),
            ["CMD-SHELL", var command, ..] => new ContainerProbe("/bin/sh", ["-c", command]),
            _ => null,
        };
    }
}
