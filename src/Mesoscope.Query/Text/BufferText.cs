using System.Buffers.Text;

namespace Mesoscope.Query.Text;

/// <summary>Data buffers of events in the styles that the options ask for.</summary>
static class BufferText
{
    const int BytesPerRow = 16;

    /// <summary>Appends a buffer; nothing when it is empty.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="bytes">The data.</param>
    /// <param name="style">How.</param>
    /// <param name="maximum">For dots: a longer text ends after that many bytes, the last three being dots; 0 for no limit.</param>
    public static void Append(Utf8Writer output, ReadOnlySpan<byte> bytes, BufferStyle style, int maximum)
    {
        if (bytes.Length == 0)
        {
            return;
        }

        switch (style)
        {
            case BufferStyle.Ascii:
                AppendAscii(output, bytes);
                break;
            case BufferStyle.Hex:
                AppendRows(output, bytes, withText: false);
                break;
            case BufferStyle.HexAscii:
                AppendRows(output, bytes, withText: true);
                break;
            case BufferStyle.Base64:
                Base64.EncodeToUtf8(bytes, output.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
                output.Advance(written);
                break;
            default:
                AppendDots(output, bytes, maximum);
                break;
        }
    }

    static void AppendDots(Utf8Writer output, ReadOnlySpan<byte> bytes, int maximum)
    {
        if (maximum > 0 && bytes.Length > maximum)
        {
            PrintableText.AppendDotted(output, bytes[..(maximum - 3)]);
            output.Append("..."u8);
        }
        else
        {
            PrintableText.AppendDotted(output, bytes);
        }
    }

    /// <summary>Printable bytes and line ends, each of CR, LF and CR LF being one, after one line end at the beginning.</summary>
    static void AppendAscii(Utf8Writer output, ReadOnlySpan<byte> bytes)
    {
        output.Append((byte)'\n');
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (PrintableText.IsPrintable(value))
            {
                output.Append(value);
            }
            else if (value == '\r' || (value == '\n' && i > 0 && bytes[i - 1] != '\r'))
            {
                output.Append((byte)'\n');
            }
        }
    }

    /// <summary>
    /// Rows of 16 bytes, <c>0x</c> and the row's place in at least four digits, then pairs of bytes, and for side by side the same
    /// bytes as text at a fixed column.
    /// </summary>
    static void AppendRows(Utf8Writer output, ReadOnlySpan<byte> bytes, bool withText)
    {
        for (var place = 0; place < bytes.Length; place += BytesPerRow)
        {
            var row = bytes[place..Math.Min(place + BytesPerRow, bytes.Length)];
            output.Append("\n\t0x"u8);
            AppendPlace(output, place);
            output.Append((byte)':');
            for (var i = 0; i < row.Length; i++)
            {
                if ((i & 1) == 0)
                {
                    output.Append((byte)' ');
                }

                AppendByte(output, row[i]);
            }

            if (withText)
            {
                // A pair takes five columns, and so does the half pair at an odd end, whose last two columns stay out.
                for (var pair = (row.Length + 1) / 2; pair < BytesPerRow / 2; pair++)
                {
                    output.Append("     "u8);
                }

                output.Append("  "u8);
                PrintableText.AppendDotted(output, row);
            }
        }

        output.Append((byte)'\n');
    }

    static void AppendPlace(Utf8Writer output, int place)
    {
        for (var digits = 0x1000; digits > 1 && place < digits; digits >>= 4)
        {
            output.Append((byte)'0');
        }

        output.AppendHex((ulong)place);
    }

    static void AppendByte(Utf8Writer output, byte value)
    {
        output.Append("0123456789abcdef"u8[value >> 4]);
        output.Append("0123456789abcdef"u8[value & 15]);
    }
}
