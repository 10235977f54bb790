using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>A <c>-p</c> format, compiled: plain text with fields in it.</summary>
public sealed class LineFormat : EventFormat
{
    readonly FormatPart[] _parts;
    readonly bool _needsAll;
    readonly bool _isStateful;

    LineFormat(FormatPart[] parts, bool needsAll)
    {
        _parts = parts;
        _needsAll = needsAll;
        foreach (var part in parts)
        {
            _isStateful |= part.Field is { IsStateful: true };
        }
    }

    /// <summary>Compiles a format.</summary>
    /// <param name="format">
    /// Text with fields, such as <c>*%evt.num %20proc.name %evt.arg.fd</c>. A leading <c>*</c> prints absent fields as
    /// <c>&lt;NA&gt;</c>; without it a line with an absent field is not printed. A number between <c>%</c> and the name is the column's
    /// width in bytes, at most 1 MiB.
    /// </param>
    /// <param name="session">What the options of the run say.</param>
    /// <exception cref="LineFormatException">The text is not a format.</exception>
    public static LineFormat Compile(string format, FieldSession session)
    {
        var parts = FormatParser.Parse(format, session, out var needsAll);
        return new LineFormat(parts, needsAll);
    }

    /// <inheritdoc/>
    public override bool TryFormat(EventContext context, Utf8Writer output)
    {
        var lineStart = output.Length;
        var parts = _parts;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Field is not { } field)
            {
                output.Append(part.Literal);
                continue;
            }

            var start = output.Length;
            if (!field.TryAppend(context, output))
            {
                if (_needsAll)
                {
                    SkipLine(context, output, lineStart, i + 1);
                    return false;
                }

                output.Append("<NA>"u8);
            }

            if (part.Width != 0)
            {
                Fit(output, start, part.Width);
            }
        }

        return true;
    }

    static void Fit(Utf8Writer output, int start, int width)
    {
        var missing = start + width - output.Length;
        if (missing > 0)
        {
            output.GetSpan(missing)[..missing].Fill((byte)' ');
            output.Advance(missing);
        }
        else
        {
            output.Length = start + width;
        }
    }

    /// <summary>Drops the line. Fields that remember events must see this one all the same.</summary>
    void SkipLine(EventContext context, Utf8Writer output, int lineStart, int nextPart)
    {
        if (_isStateful)
        {
            for (var i = nextPart; i < _parts.Length; i++)
            {
                if (_parts[i].Field is { IsStateful: true } field)
                {
                    field.TryAppend(context, output);
                }
            }
        }

        output.Length = lineStart;
    }
}
