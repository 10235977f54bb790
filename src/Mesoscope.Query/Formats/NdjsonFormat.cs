using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>
/// The <c>--ndjson</c> output: one object per line whose members are the fields of a format, in the format's order, with numbers and
/// booleans as such. Absent fields are left out, so every event gives a line. The field <c>evt.args</c> is an object, <c>args</c>, of the
/// event's parameters.
/// </summary>
public sealed class NdjsonFormat : EventFormat
{
    readonly Field[] _fields;
    readonly byte[][] _keys;
    readonly int _argumentsIndex;
    readonly ParameterObject _arguments;

    NdjsonFormat(Field[] fields, FieldSession session)
    {
        _fields = fields;
        _argumentsIndex = Array.FindIndex(fields, static field => field.Text == "evt.args");
        _arguments = new ParameterObject(session);
        _keys = Array.ConvertAll(fields, static field => JsonFormat.Key(field.Text == "evt.args" ? "args" : field.Text, ','));
    }

    /// <summary>Compiles a format; the text is that of <see cref="LineFormat.Compile"/>. A field named twice is written once.</summary>
    /// <exception cref="LineFormatException">The text is not a format.</exception>
    public static NdjsonFormat Compile(string format, FieldSession session)
    {
        var fields = new List<Field>();
        foreach (var part in FormatParser.Parse(format, session, out _))
        {
            if (part.Field is { } field && !fields.Exists(other => other.Text == field.Text))
            {
                fields.Add(field);
            }
        }

        return new NdjsonFormat([.. fields], session);
    }

    /// <inheritdoc/>
    public override bool TryFormat(EventContext context, Utf8Writer output)
    {
        var start = output.Length;
        for (var i = 0; i < _fields.Length; i++)
        {
            var memberStart = output.Length;
            output.Append(_keys[i]);
            if (i == _argumentsIndex)
            {
                _arguments.Append(output, context);
            }
            else if (!_fields[i].TryAppendJson(context, output))
            {
                output.Length = memberStart;
            }
        }

        if (output.Length == start)
        {
            output.Append((byte)'{');
        }
        else
        {
            // Every member brings a comma in front of it; the first one's place is the brace's.
            output.Buffer[start] = (byte)'{';
        }

        output.Append((byte)'}');
        return true;
    }
}
