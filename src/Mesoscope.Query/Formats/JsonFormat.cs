using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>
/// The <c>-j</c> output: one object per event whose members are the fields of a format, sorted by name; plain text and widths of the
/// format do not show. A format without fields gives <c>null</c>.
/// </summary>
public sealed class JsonFormat : EventFormat
{
    readonly Member[] _members;
    readonly bool _needsAll;

    JsonFormat(Member[] members, bool needsAll)
    {
        _members = members;
        _needsAll = needsAll;
    }

    /// <summary>Compiles a format; the text is that of <see cref="LineFormat.Compile"/>.</summary>
    /// <exception cref="LineFormatException">The text is not a format.</exception>
    public static JsonFormat Compile(string format, FieldSession session)
    {
        var parts = FormatParser.Parse(format, session, out var needsAll);
        var fields = new List<Field>(parts.Length);
        foreach (var part in parts)
        {
            if (part.Field is { } field)
            {
                fields.RemoveAll(other => other.Text == field.Text);
                fields.Add(field);
            }
        }

        fields.Sort(static (left, right) => string.CompareOrdinal(left.Text, right.Text));
        var members = new Member[fields.Count];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new Member(Key(fields[i].Text, i == 0 ? '{' : ','), fields[i], fields[i].IsStateful);
        }

        return new JsonFormat(members, needsAll);
    }

    /// <inheritdoc/>
    public override bool TryFormat(EventContext context, Utf8Writer output)
    {
        var start = output.Length;
        var isComplete = true;
        foreach (ref readonly var member in _members.AsSpan())
        {
            output.Append(member.Key);
            if (!Append(member, context, output))
            {
                output.Append("null"u8);
                isComplete = false;
            }
        }

        if (!isComplete && _needsAll)
        {
            output.Length = start;
            return false;
        }

        output.Append(_members.Length == 0 ? "null"u8 : "}"u8);
        return true;
    }

    /// <summary>
    /// The reference asks each field twice, once to see whether there is a value and once for the value, so a difference to the
    /// previous asking is always 0 here.
    /// </summary>
    static bool Append(in Member member, EventContext context, Utf8Writer output)
    {
        if (member.IsStateful)
        {
            var start = output.Length;
            member.Field.TryAppendJson(context, output);
            output.Length = start;
        }

        return member.Field.TryAppendJson(context, output);
    }

    /// <summary>A member's name as it is written, with what stands before and behind it.</summary>
    internal static byte[] Key(string text, char before)
    {
        var key = new Utf8Writer();
        key.Append((byte)before);
        JsonText.AppendString(key, text);
        key.Append((byte)':');
        return key.Written.ToArray();
    }

    readonly record struct Member(byte[] Key, Field Field, bool IsStateful);
}
