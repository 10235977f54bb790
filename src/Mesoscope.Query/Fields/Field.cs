using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields;

/// <summary>
/// A field bound to its argument: takes one value out of an event. An instance belongs to one place of one filter or format (it may
/// keep scratch space), and to one thread.
/// </summary>
public abstract class Field
{
    /// <summary>What the field is.</summary>
    public required FieldInfo Info { get; init; }

    /// <summary>The text that the field was asked for with, such as <c>proc.aname[2]</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Type of the value; depends on the argument for some fields.</summary>
    public virtual ParameterType Type => Info.Type;

    /// <summary>
    /// True when taking the value changes what the next taking gives, as for the time since the previous line. Formats take such a
    /// field as often as the output's definition says, and also when the line is not printed in the end. False by default.
    /// </summary>
    public virtual bool IsStateful => false;

    /// <summary>Takes the value. False when the event has none (printed as <c>&lt;NA&gt;</c>).</summary>
    public abstract bool TryGet(EventContext context, ref FieldValue value);

    /// <summary>Appends the value's text as lines show it. False, and nothing appended, when the event has none.</summary>
    public virtual bool TryAppend(EventContext context, Utf8Writer output)
    {
        var value = new FieldValue { Type = Type, Format = Info.Format };
        if (!TryGet(context, ref value))
        {
            return false;
        }

        return ValueText.Append(output, value);
    }

    /// <summary>Appends the value as JSON as <c>-j</c> shows it. False, and nothing appended, when the event has none.</summary>
    public virtual bool TryAppendJson(EventContext context, Utf8Writer output)
    {
        var value = new FieldValue { Type = Type, Format = Info.Format };
        if (!TryGet(context, ref value))
        {
            return false;
        }

        return ValueJson.Append(output, value);
    }

    /// <summary>
    /// A comparison of its own for fields with several values or unusual rules (<c>fd.ip</c>, <c>proc.aname</c>, <c>evt.type.is</c>);
    /// null, the default, when comparing what <see cref="TryGet"/> gives is right.
    /// </summary>
    /// <param name="operation">The operator.</param>
    /// <param name="operands">The texts on the right-hand side, unquoted; empty for <c>exists</c>.</param>
    /// <exception cref="FilterException">The operator or an operand does not suit the field.</exception>
    public virtual IEventFilter? Compare(FilterOperator operation, IReadOnlyList<string> operands) => null;
}
