using System.Buffers;
using System.Globalization;

namespace Mesoscope.Query.Text;

/// <summary>
/// Writes JSON values into a <see cref="Utf8Writer"/>, texts in the form that sysdig's output has: ASCII only, everything else as
/// <c>\u</c> escapes, bytes that are not UTF-8 as U+FFFD.
/// </summary>
public static class JsonText
{
    const uint Replacement = 0xfffd;
    static readonly SearchValues<byte> s_plain = SearchValues.Create(PlainBytes());

    /// <summary>Appends a text in quotes.</summary>
    public static void AppendString(Utf8Writer output, ReadOnlySpan<byte> text)
    {
        output.Append((byte)'"');
        while (true)
        {
            var plain = text.IndexOfAnyExcept(s_plain);
            if (plain < 0)
            {
                output.Append(text);
                break;
            }

            output.Append(text[..plain]);
            text = text[(plain + AppendEscaped(output, text[plain..]))..];
        }

        output.Append((byte)'"');
    }

    /// <summary>Appends a text in quotes.</summary>
    public static void AppendString(Utf8Writer output, string text)
    {
        if (System.Text.Ascii.IsValid(text) && text.AsSpan().IndexOfAny('"', '\\') < 0 && text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0)
        {
            output.Append((byte)'"');
            output.Append(text);
            output.Append((byte)'"');
        }
        else
        {
            AppendString(output, System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Appends a number with up to 17 digits, always with a point or an exponent so that it reads back as a double.</summary>
    public static void AppendDouble(Utf8Writer output, double value)
    {
        if (!double.IsFinite(value))
        {
            output.Append(double.IsNaN(value) ? "null"u8 : value < 0 ? "-1e+9999"u8 : "1e+9999"u8);
            return;
        }

        var start = output.Length;
        value.TryFormat(output.GetSpan(32), out var written, "g17", CultureInfo.InvariantCulture);
        output.Advance(written);
        if (output.Written[start..].IndexOfAny((byte)'.', (byte)'e') < 0)
        {
            output.Append(".0"u8);
        }
    }

    static byte[] PlainBytes()
    {
        var plain = new byte[0x80 - 0x20 - 2];
        var count = 0;
        for (var value = 0x20; value < 0x80; value++)
        {
            if (value is not ('"' or '\\'))
            {
                plain[count++] = (byte)value;
            }
        }

        return plain;
    }

    /// <summary>Appends the character that a text begins with and returns how many bytes it took.</summary>
    static int AppendEscaped(Utf8Writer output, ReadOnlySpan<byte> text)
    {
        var first = text[0];
        if (first < 0x80)
        {
            AppendControl(output, first);
            return 1;
        }

        var (codepoint, length) = Decode(text);
        if (codepoint is >= 0x20 and < 0x80)
        {
            output.Append((byte)codepoint);
        }
        else if (codepoint < 0x10000)
        {
            AppendUnit(output, codepoint);
        }
        else
        {
            AppendUnit(output, 0xd800 + (((codepoint - 0x10000) >> 10) & 0x3ff));
            AppendUnit(output, 0xdc00 + ((codepoint - 0x10000) & 0x3ff));
        }

        return length;
    }

    static void AppendControl(Utf8Writer output, byte value)
    {
        var letter = value switch
        {
            (byte)'"' => (byte)'"',
            (byte)'\\' => (byte)'\\',
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            _ => (byte)0,
        };
        if (letter == 0)
        {
            AppendUnit(output, value);
        }
        else
        {
            output.Append((byte)'\\');
            output.Append(letter);
        }
    }

    static void AppendUnit(Utf8Writer output, uint unit)
    {
        output.Append("\\u"u8);
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            output.Append("0123456789abcdef"u8[(int)(unit >> shift) & 15]);
        }
    }

    /// <summary>
    /// Reads one character by its first byte alone, so that what follows a stray byte may be swallowed with it: the reading of the
    /// library that sysdig writes JSON with.
    /// </summary>
    static (uint Codepoint, int Length) Decode(ReadOnlySpan<byte> text)
    {
        var first = text[0];
        var length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 1;
        if (length == 1 || text.Length < length)
        {
            return (Replacement, 1);
        }

        uint codepoint = first & (0xffu >> (length + 1));
        for (var i = 1; i < length; i++)
        {
            codepoint = (codepoint << 6) | (text[i] & 0x3fu);
        }

        var isShorterPossible = codepoint < (length == 2 ? 0x80u : length == 3 ? 0x800u : 0x10000u);
        var isSurrogate = codepoint is >= 0xd800 and <= 0xdfff && length == 3;
        return (isShorterPossible || isSurrogate ? Replacement : codepoint, length);
    }
}
