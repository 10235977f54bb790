using System.Buffers;
using System.Text;
using System.Text.Json;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Storage.Sqlite;

// Labels as the text of a JSON object.
static class LabelText
{
    public static string Write(LabelSet labels)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in labels.All)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static LabelSet Read(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var labels = new List<KeyValuePair<string, string>>();
        string? name = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                labels.Add(new(name!, reader.GetString()!));
            }
        }

        return LabelSet.From(labels);
    }
}
