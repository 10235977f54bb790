using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>Small things of the operator API v1: ids and times are objects there, resources a list.</summary>
static class OperatorText
{
    public static void WriteId(this Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    public static void WriteNanoseconds(this Utf8JsonWriter json, string name, double unixSeconds)
    {
        json.WriteStartObject(name);
        json.WriteNumber("nanoseconds", (long)(unixSeconds * 1000) * 1_000_000);
        json.WriteEndObject();
    }

    public static void WriteResourceList(this Utf8JsonWriter json, string name, Resources resources)
    {
        json.WriteStartArray(name);
        WriteScalar(json, "cpus", resources.Cpus);
        WriteScalar(json, "mem", resources.MemoryMebibytes);
        if (resources.DiskMebibytes > 0)
        {
            WriteScalar(json, "disk", resources.DiskMebibytes);
        }

        json.WriteEndArray();
    }

    static void WriteScalar(Utf8JsonWriter json, string name, double value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("type", "SCALAR");
        json.WriteStartObject("scalar");
        json.WriteFraction("value", value);
        json.WriteEndObject();
        json.WriteStartObject("allocation_info");
        json.WriteString("role", "*");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
