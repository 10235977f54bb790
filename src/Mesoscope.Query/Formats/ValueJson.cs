using System.Buffers.Binary;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>Writes field values as the JSON output shows them: numbers in decimal as numbers, everything else as its text in quotes.</summary>
public static class ValueJson
{
    /// <summary>Appends the value. False, and nothing appended, when its type and format have no text.</summary>
    public static bool Append(Utf8Writer output, in FieldValue value)
    {
        switch (value.Type)
        {
            case ParameterType.CharBuf or ParameterType.FsPath or ParameterType.FsRelPath or ParameterType.ByteBuf:
                JsonText.AppendString(output, value.Bytes);
                return true;
            case ParameterType.Bool:
                output.Append(value.Number != 0 ? "true"u8 : "false"u8);
                return true;
            case ParameterType.Double:
                JsonText.AppendDouble(output, value.Bytes.Length >= 8 ? BinaryPrimitives.ReadDoubleLittleEndian(value.Bytes) : 0);
                return true;
            case ParameterType.IPv4Addr or ParameterType.IPv6Addr or ParameterType.IPAddr:
                return AppendQuoted(output, value);
            default:
                return value.Format is PrintFormat.Decimal or PrintFormat.Id ? ValueText.Append(output, value) : AppendQuoted(output, value);
        }
    }

    /// <summary>The texts of numbers and addresses hold nothing that needs an escape.</summary>
    static bool AppendQuoted(Utf8Writer output, in FieldValue value)
    {
        var start = output.Length;
        output.Append((byte)'"');
        if (!ValueText.Append(output, value))
        {
            output.Length = start;
            return false;
        }

        output.Append((byte)'"');
        return true;
    }
}
