using System.Text;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Formats;

/// <summary>
/// Takes a <c>-p</c> text apart. The grammar: an optional <c>*</c> (absent fields are printed as <c>&lt;NA&gt;</c> instead of dropping the
/// line), then any mixture of plain text and fields, a field being <c>%</c>, an optional decimal width, and the longest field name
/// that fits with its argument.
/// </summary>
static class FormatParser
{
    /// <summary>A wider column is a typing error, and would only fill the memory.</summary>
    public const int MaxWidth = 1 << 20;

    /// <summary>Splits the text.</summary>
    /// <param name="format">The text, escapes resolved.</param>
    /// <param name="session">What the options of the run say.</param>
    /// <param name="needsAll">False when the text begins with <c>*</c>.</param>
    /// <exception cref="LineFormatException">The text is not a format.</exception>
    public static FormatPart[] Parse(string format, FieldSession session, out bool needsAll)
    {
        if (format.Length == 0)
        {
            throw new LineFormatException("the format is empty; expected fields such as %evt.type", 0);
        }

        needsAll = format[0] != '*';
        var parts = new List<FormatPart>();
        var index = needsAll ? 0 : 1;
        while (index < format.Length)
        {
            var next = format.IndexOf('%', index);
            if (next != index)
            {
                var end = next < 0 ? format.Length : next;
                parts.Add(new FormatPart(Encoding.UTF8.GetBytes(format[index..end]), null, 0));
                index = end;
                continue;
            }

            parts.Add(ParseField(format, session, ref index));
        }

        return [.. parts];
    }

    static FormatPart ParseField(string format, FieldSession session, ref int index)
    {
        var start = index++;
        var width = 0;
        while (index < format.Length && char.IsAsciiDigit(format[index]))
        {
            width = Math.Min((width * 10) + (format[index++] - '0'), MaxWidth + 1);
        }

        if (index == format.Length)
        {
            throw new LineFormatException("the format ends where a field's name was expected behind '%'", start);
        }

        if (width > MaxWidth)
        {
            throw new LineFormatException($"a column of {format[(start + 1)..index]} bytes is wider than the limit of {MaxWidth}", start);
        }

        var rest = format.AsSpan(index);
        if (!FieldRegistry.TryMatch(rest, out var fieldClass, out var info, out var argument, out var length))
        {
            throw new LineFormatException(FieldRegistry.DescribeUnknown(FirstWord(rest)), index);
        }

        var field = Bind(fieldClass, info, format.Substring(index, length), argument, session, index);
        index += length;
        return new FormatPart([], field, width);
    }

    static Field Bind(FieldClass fieldClass, FieldInfo info, string text, string? argument, FieldSession session, int index)
    {
        if (info.IsFilterOnly)
        {
            throw new LineFormatException($"{info.Name} has no value of its own to print, it can only be compared in a filter", index);
        }

        try
        {
            return fieldClass.Bind(info, text, argument, session);
        }
        catch (FieldException e)
        {
            throw new LineFormatException(e.Message, index);
        }
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or '_'))
        {
            length++;
        }

        return text[..Math.Max(length, Math.Min(1, text.Length))];
    }
}
