using System.Globalization;
using System.Text;

namespace Mesoscope.SchemaGenerator;

/// <summary>Writes the program of one event, in C, from the sources of its parameters.</summary>
static class FillerProgram
{
    const int HeaderBytes = 26;

    /// <summary>The program.</summary>
    /// <param name="type">The event's row in events.tsv.</param>
    /// <param name="sources">An expression per parameter.</param>
    public static string Write(string[] type, string[] sources)
    {
        var identifier = type[1];
        var parameters = type[7..];
        if (sources.Length > parameters.Length)
        {
            throw new InvalidDataException($"fillers.tsv: {identifier} has {parameters.Length} parameters in the schema, the row names {sources.Length}");
        }

        var fields = sources.Select((s, i) => new FillerField(s, parameters[i].Split(':')[1])).ToArray();
        var head = identifier.EndsWith("_E", StringComparison.Ordinal) ? "ENTER" : "EXIT";
        var text = new StringBuilder($"{head}({Name(identifier)})\n{{\n");
        if (fields.All(f => f.Bytes >= 0))
        {
            WriteFixed(text, identifier, fields);
        }
        else
        {
            WriteGrowing(text, identifier, fields, "    ");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The name of an event's program.</summary>
    public static string Name(string identifier) => identifier.ToLowerInvariant();

    static void WriteFixed(StringBuilder text, string identifier, FillerField[] fields)
    {
        var at = HeaderBytes + 2 * fields.Length;
        var bytes = at + fields.Sum(f => f.Bytes);
        text.Append(CultureInfo.InvariantCulture, $"    u8 *event = begin_event(EVENT_{identifier}, {fields.Length}, {bytes});\n");
        text.Append("    if (!event)\n        return;\n");
        WriteFields(text, fields, at);
        text.Append("    end_event(event);\n");
    }

    static void WriteFields(StringBuilder text, FillerField[] fields, int at)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    put16(event + {HeaderBytes + 2 * i}, {fields[i].Bytes});\n");
        }

        foreach (var field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"    put{field.Bytes * 8}(event + {at}, {field.Source});\n");
            at += field.Bytes;
        }
    }

    static void WriteGrowing(StringBuilder text, string identifier, FillerField[] fields, string indent)
    {
        text.Append(CultureInfo.InvariantCulture, $"{indent}struct growing event;\n{indent}if (!begin_growing(&event, EVENT_{identifier}, {fields.Length}))\n{indent}    return;\n");
        foreach (var field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}{field.Grow("&event")};\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}end_growing(&event);\n");
    }
}
