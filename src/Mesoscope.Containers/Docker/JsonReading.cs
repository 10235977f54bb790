using System.Text.Json;

namespace Mesoscope.Containers.Docker;

/// <summary>Takes values out of JSON whose shape cannot be trusted: what is missing or of another kind reads as empty.</summary>
static class JsonReading
{
    /// <summary>A member; an element without a value when there is none.</summary>
    public static JsonElement Member(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>A member that is a text.</summary>
    public static string Text(this JsonElement element, ReadOnlySpan<byte> name) => element.Member(name).Text();

    /// <summary>A text.</summary>
    public static string Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() ?? "" : "";

    /// <summary>A member that is a number.</summary>
    public static long Number(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) ? number : 0;

    /// <summary>A member that is true.</summary>
    public static bool IsTrue(this JsonElement element, ReadOnlySpan<byte> name) => element.Member(name).ValueKind == JsonValueKind.True;

    /// <summary>The items of a member that is an array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The members of a member that is an object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } inner ? inner.EnumerateObject() : [];
}
