using System.Text.Json;

namespace Mesoscope.DemoCluster.Faults;

/// <summary>Rewrites a document so that its shape stays and its types are wrong.</summary>
static class WrongTypes
{
    public static byte[] Of(ReadOnlySpan<byte> document)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            var reader = new Utf8JsonReader(document);
            while (reader.Read())
            {
                Copy(ref reader, json);
            }
        }

        return output.ToArray();
    }

    static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                json.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                json.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                json.WriteNumberValue(reader.ValueSpan.Length);
                break;
            case JsonTokenType.Number:
                json.WriteStringValue(reader.ValueSpan);
                break;
            default:
                json.WriteStringValue("true-ish");
                break;
        }
    }
}
