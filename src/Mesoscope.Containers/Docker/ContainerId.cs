using System.Buffers;

namespace Mesoscope.Containers.Docker;

/// <summary>Ids of containers: hexadecimal digits, 64 in full, 12 as threads carry them.</summary>
static class ContainerId
{
    const int ShortLength = 12;
    const int FullLength = 64;

    static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text is one, and so can stand in a path as it is.</summary>
    public static bool IsValid(string text) => text.Length is >= ShortLength and <= FullLength && !text.AsSpan().ContainsAnyExcept(s_digits);

    /// <summary>The form that threads carry.</summary>
    public static string Short(string id) => id[..ShortLength];
}
