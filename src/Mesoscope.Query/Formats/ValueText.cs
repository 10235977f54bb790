using System.Buffers.Binary;
using System.Globalization;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>Writes field values as lines show them.</summary>
public static class ValueText
{
    /// <summary>Appends the value's text. False, and nothing appended, when its type and format have no text.</summary>
    public static bool Append(Utf8Writer output, in FieldValue value)
    {
        switch (value.Type)
        {
            case ParameterType.CharBuf or ParameterType.FsPath or ParameterType.FsRelPath or ParameterType.ByteBuf:
                output.Append(value.Bytes);
                return true;
            case ParameterType.Int8 or ParameterType.Int16 or ParameterType.Int32:
                return AppendShortSigned(output, (int)value.Number, value.Format);
            case ParameterType.UInt8 or ParameterType.UInt16 or ParameterType.UInt32 or ParameterType.Port or ParameterType.L4Proto:
                return AppendShortUnsigned(output, value.Number, value.Format);
            case ParameterType.UInt64 or ParameterType.RelTime or ParameterType.AbsTime:
                return AppendUnsigned(output, value.Number, value.Format);
            case ParameterType.Bool:
                output.Append(value.Number != 0 ? "true"u8 : "false"u8);
                return true;
            case ParameterType.IPv4Addr or ParameterType.IPv6Addr or ParameterType.IPAddr:
                return AppendAddress(output, value.Bytes);
            case ParameterType.Double:
                AppendDouble(output, value.Bytes);
                return true;
            case ParameterType.SockAddr or ParameterType.SockTuple or ParameterType.SockFamily:
                return false;
            default:
                AppendSigned(output, (long)value.Number, value.Format);
                return true;
        }
    }

    static bool AppendShortSigned(Utf8Writer output, int number, PrintFormat format)
    {
        switch (format)
        {
            case PrintFormat.Decimal or PrintFormat.Id:
                output.AppendDecimal((long)number);
                return true;
            case PrintFormat.Hex:
                output.AppendHexUpper((uint)number);
                return true;
            case PrintFormat.Octal:
                output.AppendOctal((uint)number);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Short unsigned numbers stay decimal even where the format says hexadecimal.</summary>
    static bool AppendShortUnsigned(Utf8Writer output, ulong number, PrintFormat format) =>
        format != PrintFormat.PaddedDecimal && AppendUnsigned(output, number, format == PrintFormat.Hex ? PrintFormat.Decimal : format);

    static bool AppendUnsigned(Utf8Writer output, ulong number, PrintFormat format)
    {
        switch (format)
        {
            case PrintFormat.Decimal or PrintFormat.Id:
                output.AppendDecimal(number);
                return true;
            case PrintFormat.PaddedDecimal:
                output.AppendPadded(number, 9);
                return true;
            case PrintFormat.Hex:
                output.AppendHexUpper(number);
                return true;
            case PrintFormat.Octal:
                output.AppendOctal(number);
                return true;
            default:
                return false;
        }
    }

    static void AppendSigned(Utf8Writer output, long number, PrintFormat format)
    {
        switch (format)
        {
            case PrintFormat.Hex:
                output.AppendHexUpper((ulong)number);
                break;
            case PrintFormat.Octal:
                output.AppendOctal((ulong)number);
                break;
            case PrintFormat.PaddedDecimal when number >= 0:
                output.AppendPadded((ulong)number, 9);
                break;
            case PrintFormat.PaddedDecimal:
                output.Append((byte)'-');
                output.AppendPadded((ulong)-number, 8);
                break;
            default:
                output.AppendDecimal(number);
                break;
        }
    }

    static bool AppendAddress(Utf8Writer output, ReadOnlySpan<byte> address)
    {
        if (address.Length == 4)
        {
            AddressText.AppendIPv4(output, address);
            return true;
        }

        if (address.Length == 16)
        {
            AddressText.AppendIPv6(output, address);
            return true;
        }

        return false;
    }

    static void AppendDouble(Utf8Writer output, ReadOnlySpan<byte> bytes)
    {
        var number = bytes.Length >= 8 ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : 0;
        number.TryFormat(output.GetSpan(400), out var written, "F1", CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
