using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>Writes the parameters of an event as a JSON object: numbers, flags and descriptors as numbers, everything else as text.</summary>
sealed class ParameterObject(FieldSession session)
{
    readonly Utf8Writer _text = new();

    /// <summary>Appends the object; <c>{}</c> for an event without parameters.</summary>
    public void Append(Utf8Writer output, EventContext context)
    {
        var separator = (byte)'{';
        for (var i = 0; i < context.Event.ParameterCount; i++)
        {
            var parameter = new ParameterView(context, i);
            if (IsNumber(parameter.Type) && parameter.Bytes.IsEmpty)
            {
                continue;
            }

            output.Append(separator);
            separator = (byte)',';
            JsonText.AppendString(output, parameter.Info.Utf8);
            output.Append((byte)':');
            AppendValue(output, context, i, parameter);
        }

        output.Append(separator == '{' ? "{}"u8 : "}"u8);
    }

    void AppendValue(Utf8Writer output, EventContext context, int index, in ParameterView parameter)
    {
        if (parameter.Type == ParameterType.Bool)
        {
            output.Append(parameter.Unsigned != 0 ? "true"u8 : "false"u8);
        }
        else if (IsSigned(parameter.Type))
        {
            output.AppendDecimal(parameter.Signed);
        }
        else if (IsNumber(parameter.Type))
        {
            output.AppendDecimal(parameter.Unsigned);
        }
        else
        {
            _text.Clear();
            session.Parameters.Append(_text, context, index, ParameterForm.Plain);
            JsonText.AppendString(output, _text.Written);
        }
    }

    static bool IsSigned(ParameterType type) => type is
        ParameterType.Int8 or ParameterType.Int16 or ParameterType.Int32 or ParameterType.Int64 or
        ParameterType.Errno or ParameterType.Fd or ParameterType.Fd32 or ParameterType.Pid or ParameterType.Pid32;

    static bool IsNumber(ParameterType type) => IsSigned(type) || type is
        ParameterType.UInt8 or ParameterType.UInt16 or ParameterType.UInt32 or ParameterType.UInt64 or
        ParameterType.RelTime or ParameterType.AbsTime or ParameterType.Port or ParameterType.Bool or
        ParameterType.Flags8 or ParameterType.Flags16 or ParameterType.Flags32 or
        ParameterType.EnumFlags8 or ParameterType.EnumFlags16 or ParameterType.EnumFlags32 or
        ParameterType.Uid or ParameterType.Gid or ParameterType.Mode or ParameterType.SigSet;
}
