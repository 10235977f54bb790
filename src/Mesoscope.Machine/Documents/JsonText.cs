using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Documents;

/// <summary>
/// Reads recorded JSON documents forgivingly: comments and anything behind the document are skipped, texts may hold invalid UTF-8 and
/// are taken as bytes. Documents nested deeper than 64 levels are refused.
/// </summary>
static class JsonText
{
    static readonly JsonReaderOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Parses an event's parameter. False when it is not JSON.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        try
        {
            var reader = new Utf8JsonReader(text.TrimEnd((byte)0), s_options);
            return JsonDocument.TryParseValue(ref reader, out document);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A member of an object; false when the element is none, or has no such member, or it is null.</summary>
    public static bool TryGet(this JsonElement element, ReadOnlySpan<byte> name, out JsonElement member)
    {
        member = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;
    }

    /// <summary>The elements of an array or the values of an object; nothing for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                yield return item;
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                yield return property.Value;
            }
        }
    }

    /// <summary>A member as text; empty when it is missing or no text, number or truth value.</summary>
    public static byte[] GetText(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.TryGet(name, out var member) && TryGetText(member, out var text) ? text : [];

    /// <summary>An element as text, up to its first NUL: texts unescaped, numbers and truth values as written.</summary>
    public static bool TryGetText(JsonElement element, [NotNullWhen(true)] out byte[]? text)
    {
        text = element.ValueKind switch
        {
            JsonValueKind.String => Unescape(JsonMarshal.GetRawUtf8Value(element)[1..^1]),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => JsonMarshal.GetRawUtf8Value(element).ToArray(),
            JsonValueKind.Null => [],
            _ => null,
        };
        return text is not null;
    }

    /// <summary>A property's name, unescaped.</summary>
    public static byte[] GetName(JsonProperty property) => Unescape(JsonMarshal.GetRawUtf8PropertyName(property));

    /// <summary>The members of a member as labels, sorted by the bytes of the key, each key once; those that are no text are left out.</summary>
    public static Label[] GetLabels(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (!element.TryGet(name, out var labels) || labels.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        List<Label> result = [];
        foreach (var property in labels.EnumerateObject())
        {
            if (TryGetText(property.Value, out var value))
            {
                result.Add(new Label(GetName(property), value));
            }
        }

        return Sort(result);
    }

    /// <summary>A member as a whole number; false when it is missing or no number or truth value.</summary>
    public static bool TryGetNumber(this JsonElement element, ReadOnlySpan<byte> name, out long number)
    {
        number = 0;
        if (!element.TryGet(name, out var member))
        {
            return false;
        }

        switch (member.ValueKind)
        {
            case JsonValueKind.True:
                number = 1;
                return true;
            case JsonValueKind.False:
                return true;
            case JsonValueKind.Number when member.TryGetInt64(out number):
                return true;
            case JsonValueKind.Number when member.TryGetDouble(out var real) && Math.Abs(real) < long.MaxValue:
                number = (long)real;
                return true;
            default:
                return false;
        }
    }

    /// <summary>By key; of several with one key the last in the document stays.</summary>
    static Label[] Sort(List<Label> labels)
    {
        var sorted = new SortedList<byte[], Label>(labels.Count, Comparer<byte[]>.Create(static (x, y) => x.AsSpan().SequenceCompareTo(y)));
        foreach (var label in labels)
        {
            sorted[label.Key] = label;
        }

        return [.. sorted.Values];
    }

    static byte[] Unescape(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'\\') < 0)
        {
            return JsonEscapes.BeforeNul(text).ToArray();
        }

        var result = new byte[text.Length];
        return result[..JsonEscapes.Unescape(text, result)];
    }
}
