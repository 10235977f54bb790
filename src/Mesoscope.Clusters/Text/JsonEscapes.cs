using System.Buffers.Text;
using System.Text;

namespace Mesoscope.Clusters.Text;

/// <summary>
/// Texts of JSON documents as bytes. Bytes that are no UTF-8 stay as they are: the reader of the platform would refuse them, and a name
/// with one bad byte is still a name.
/// </summary>
public static class JsonEscapes
{
    /// <summary>
    /// Writes the text between two quotation marks without escapes and up to its first NUL. The target needs as many bytes as the text
    /// has.
    /// </summary>
    /// <returns>How many bytes were written.</returns>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                target[length++] = text[i];
            }
            else if (text[++i] == 'u')
            {
                length += ReadRune(text, ref i).EncodeToUtf8(target[length..]);
            }
            else
            {
                var place = "bfnrt"u8.IndexOf(text[i]);
                target[length++] = place < 0 ? text[i] : "\b\f\n\r\t"u8[place];
            }
        }

        return BeforeNul(target[..length]).Length;
    }

    /// <summary>The text up to its first NUL.</summary>
    public static ReadOnlySpan<byte> BeforeNul(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)0);
        return end < 0 ? text : text[..end];
    }

    /// <summary>Reads <c>uXXXX</c>, or two of them that are one character; half a pair becomes the replacement character.</summary>
    static Rune ReadRune(ReadOnlySpan<byte> text, ref int i)
    {
        var first = ReadUnit(text, i);
        i += 4;
        if (char.IsHighSurrogate(first) && i + 1 < text.Length && text[(i + 1)..].StartsWith("\\u"u8) && ReadUnit(text, i + 2) is var second
            && char.IsLowSurrogate(second))
        {
            i += 6;
            return new Rune(first, second);
        }

        return Rune.TryCreate(first, out var rune) ? rune : Rune.ReplacementChar;
    }

    static char ReadUnit(ReadOnlySpan<byte> text, int i) =>
        i + 5 <= text.Length && Utf8Parser.TryParse(text.Slice(i + 1, 4), out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
}
