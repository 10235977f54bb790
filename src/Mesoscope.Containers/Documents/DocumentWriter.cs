using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mesoscope.Containers.Documents;

/// <summary>Writes what is known of a container as the JSON of a container event, in the members that sysdig 0.29.3 reads.</summary>
static class DocumentWriter
{
    // Readers take no more: 65,535 bytes in a parameter of the ordinary event.
    const int MaxTextBytes = 16 * 1024;

    static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(ContainerFacts facts)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteStartObject("container"u8);
            WriteIdentity(json, facts);
            WriteLimits(json, facts);
            WriteLists(json, facts);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    static void WriteIdentity(Utf8JsonWriter json, ContainerFacts facts)
    {
        json.WriteString("id"u8, facts.Id);
        json.WriteString("full_id"u8, facts.FullId);
        json.WriteNumber("type"u8, facts.Type);
        json.WriteString("name"u8, facts.Name);
        json.WriteString("image"u8, facts.Image.Text);
        json.WriteString("imageid"u8, facts.ImageId);
        json.WriteString("imagerepo"u8, facts.Image.Repository);
        json.WriteString("imagetag"u8, facts.Image.Tag);
        json.WriteString("imagedigest"u8, facts.Image.Digest);
        json.WriteBoolean("privileged"u8, facts.IsPrivileged);
        json.WriteBoolean("is_pod_sandbox"u8, facts.IsPodSandbox);
        json.WriteBoolean("host_pid"u8, facts.IsHostPid);
        json.WriteBoolean("host_network"u8, facts.IsHostNetwork);
        json.WriteBoolean("host_ipc"u8, facts.IsHostIpc);
        json.WriteString("container_user"u8, facts.User);
        json.WriteString("ip"u8, facts.Address);
        json.WriteNumber("lookup_state"u8, facts.IsSuccessful ? 1 : 2);
        json.WriteNumber("created_time"u8, facts.CreatedSeconds);
        json.WriteNumber("metadata_deadline"u8, 0);
        json.WriteNumber("size_rw"u8, 0);
        json.WriteString("cni_json"u8, "");
        if (facts.MesosTaskId.Length > 0)
        {
            json.WriteString("mesos_task_id"u8, facts.MesosTaskId);
        }
    }

    static void WriteLimits(Utf8JsonWriter json, ContainerFacts facts)
    {
        json.WriteNumber("memory_limit"u8, facts.MemoryLimitBytes);
        json.WriteNumber("swap_limit"u8, facts.SwapLimitBytes);
        json.WriteNumber("cpu_shares"u8, facts.CpuShares);
        json.WriteNumber("cpu_quota"u8, facts.CpuQuota);
        json.WriteNumber("cpu_period"u8, facts.CpuPeriod);
        json.WriteNumber("cpuset_cpu_count"u8, facts.CpuSetCount);
    }

    // The lists are cut so that the whole stays below what an event can hold: the labels of one image can be longer than that.
    static void WriteLists(Utf8JsonWriter json, ContainerFacts facts)
    {
        var room = MaxTextBytes;
        json.WriteStartArray("env"u8);
        foreach (var variable in facts.Environment.TakeWhile(v => (room -= v.Length) > 0))
        {
            json.WriteStringValue(variable);
        }

        json.WriteEndArray();
        room = MaxTextBytes;
        json.WriteStartObject("labels"u8);
        foreach (var (key, value) in facts.Labels.TakeWhile(l => (room -= l.Key.Length + l.Value.Length) > 0))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        WriteMounts(json, facts);
        json.WriteStartArray("port_mappings"u8);
        foreach (var port in facts.Ports.Take(256))
        {
            json.WriteStartObject();
            json.WriteNumber("HostIp"u8, port.HostAddress);
            json.WriteNumber("HostPort"u8, port.HostPort);
            json.WriteNumber("ContainerPort"u8, port.Port);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (facts.HealthCheck is { } probe)
        {
            json.WriteStartObject("Healthcheck"u8);
            json.WriteString("exe"u8, probe.Exe);
            json.WriteStartArray("args"u8);
            foreach (var argument in probe.Arguments)
            {
                json.WriteStringValue(argument);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    static void WriteMounts(Utf8JsonWriter json, ContainerFacts facts)
    {
        var room = MaxTextBytes;
        json.WriteStartArray("Mounts"u8);
        foreach (var mount in facts.Mounts.TakeWhile(m => (room -= m.Source.Length + m.Destination.Length + 100) > 0))
        {
            json.WriteStartObject();
            json.WriteString("Source"u8, mount.Source);
            json.WriteString("Destination"u8, mount.Destination);
            json.WriteString("Mode"u8, mount.Mode);
            json.WriteBoolean("RW"u8, mount.IsWritable);
            json.WriteString("Propagation"u8, mount.Propagation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
