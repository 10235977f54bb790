namespace Mesoscope.Query.Fields;

/// <summary>A family of fields with a common first word (<c>proc</c>, <c>fd</c>), as <c>-l</c> lists them.</summary>
public abstract class FieldClass
{
    /// <summary>Name of the family as listed: <c>process</c>, <c>fd</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the family is about, in our own words; may be empty.</summary>
    public abstract string Description { get; }

    /// <summary>Which events the fields apply to, as the list's heading says it: <c>All event types</c>, <c>Syscall events only</c>; may be empty.</summary>
    public virtual string AppliesTo => "";

    /// <summary>True for a family that works but is not listed by <c>-l</c>.</summary>
    public virtual bool IsUnlisted => false;

    /// <summary>The fields in the order of the list.</summary>
    public abstract IReadOnlyList<FieldInfo> Fields { get; }

    /// <summary>
    /// How long the argument is that follows a field's name in a longer text, its dot or brackets included; 0 when there is none. By
    /// default an argument is <c>[</c> up to <c>]</c>, or a dot and letters, digits, <c>_</c>, <c>-</c>, <c>/</c> and dots. Asked only
    /// for fields that take an argument. A negative length gives that many characters of the name back to the text.
    /// </summary>
    /// <param name="info">The field.</param>
    /// <param name="rest">The text behind the field's name.</param>
    public virtual int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => ArgumentText.Measure(rest);

    /// <summary>Binds a field to its argument.</summary>
    /// <param name="info">One of <see cref="Fields"/>.</param>
    /// <param name="text">The whole text, such as <c>evt.arg.fd</c>.</param>
    /// <param name="argument">What followed the name, without dot or brackets; null when there was nothing.</param>
    /// <param name="session">What the options of the run say.</param>
    /// <exception cref="FieldException">The argument does not suit the field.</exception>
    public abstract Field Bind(FieldInfo info, string text, string? argument, FieldSession session);
}
