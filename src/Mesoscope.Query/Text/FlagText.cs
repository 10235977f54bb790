using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Text;

/// <summary>Bit sets and enumerations among an event's parameters.</summary>
static class FlagText
{
    /// <summary>The value, of as many bits as the type has.</summary>
    public static uint Value(in ParameterView parameter) => parameter.Type switch
    {
        ParameterType.Flags8 or ParameterType.EnumFlags8 => (byte)parameter.Unsigned,
        ParameterType.Flags16 or ParameterType.EnumFlags16 => (ushort)parameter.Unsigned,
        _ => (uint)parameter.Unsigned,
    };

    /// <summary>
    /// Appends the names of a bit set with bars between. Names are tried in the table's order, each takes its bits away, and a name
    /// for exactly the whole value is the last one, even when names before it took some of its bits.
    /// </summary>
    public static void AppendNames(Utf8Writer output, in ParameterView parameter)
    {
        var whole = Value(parameter);
        var rest = whole;
        var start = output.Length;
        foreach (ref readonly var name in parameter.Info.Names.AsSpan())
        {
            var isWhole = name.Value == whole;
            if (isWhole || (name.Value != 0 && rest != 0 && (rest & name.Value) == name.Value))
            {
                if (output.Length > start)
                {
                    output.Append((byte)'|');
                }

                output.Append(name.Utf8);
                rest &= ~name.Value;
            }

            if (isWhole)
            {
                return;
            }
        }
    }

    /// <summary>Appends the name of an enumeration's value, or nothing; several names for one value with bars between.</summary>
    public static void AppendEnumeration(Utf8Writer output, in ParameterView parameter)
    {
        var value = Value(parameter);
        var start = output.Length;
        foreach (ref readonly var name in parameter.Info.Names.AsSpan())
        {
            if (name.Value == value)
            {
                if (output.Length > start)
                {
                    output.Append((byte)'|');
                }

                output.Append(name.Utf8);
            }
        }
    }
}
