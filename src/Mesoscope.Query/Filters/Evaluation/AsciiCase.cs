namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>Upper and lower case of ASCII letters; other bytes stay as they are, as in the C locale.</summary>
static class AsciiCase
{
    internal static byte ToLower(byte value) => (uint)(value - 'A') <= 'Z' - 'A' ? (byte)(value | 0x20) : value;

    internal static byte ToUpper(byte value) => (uint)(value - 'a') <= 'z' - 'a' ? (byte)(value & ~0x20) : value;

    /// <summary>True when the value is the text but for case.</summary>
    /// <param name="value">As long as the text.</param>
    /// <param name="lower">The text in lower case.</param>
    internal static bool EqualsLower(ReadOnlySpan<byte> value, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (ToLower(value[i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }
}
