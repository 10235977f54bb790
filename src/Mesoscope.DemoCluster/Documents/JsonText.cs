using System.Globalization;
using System.Text.Json;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Documents;

/// <summary>Small things that the documents of Mesos share.</summary>
static class JsonText
{
    /// <summary>Mesos writes every number of its state as a fraction: 32.0.</summary>
    public static void WriteFraction(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Fraction(value), skipInputValidation: true);
    }

    public static string Fraction(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static void WriteEmptyArray(this Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, params IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Pairs as Mesos writes a task's labels; a missing value is left out.</summary>
    public static void WriteLabelPairs(this Utf8JsonWriter json, string name, IEnumerable<Label> labels)
    {
        json.WriteStartArray(name);
        foreach (var label in labels)
        {
            json.WriteStartObject();
            json.WriteString("key", label.Key);
            if (label.Value is not null)
            {
                json.WriteString("value", label.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object as Marathon writes labels and Mesos attributes; of a key that comes twice the first wins.</summary>
    public static void WriteLabelObject(this Utf8JsonWriter json, string name, IEnumerable<Label> labels)
    {
        json.WriteStartObject(name);
        foreach (var label in labels.DistinctBy(l => l.Key))
        {
            json.WriteString(label.Key, label.Value ?? "");
        }

        json.WriteEndObject();
    }

    public static void WriteResources(this Utf8JsonWriter json, string name, Resources resources)
    {
        json.WriteStartObject(name);
        json.WriteFraction("disk", resources.DiskMebibytes);
        json.WriteFraction("mem", resources.MemoryMebibytes);
        json.WriteFraction("gpus", 0);
        json.WriteFraction("cpus", resources.Cpus);
        if (resources.Ports is not null)
        {
            json.WriteString("ports", resources.Ports);
        }

        json.WriteEndObject();
    }

    /// <summary>A nested id brings its parent along.</summary>
    public static void WriteContainerId(this Utf8JsonWriter json, string name, ContainerId id)
    {
        json.WriteStartObject(name);
        json.WriteString("value", id.Value);
        if (id.Parent is not null)
        {
            json.WriteContainerId("parent", id.Parent);
        }

        json.WriteEndObject();
    }
}
