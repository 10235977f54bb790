namespace Mesoscope.Query.Fields;

/// <summary>Whether a field's name takes an argument, as in <c>evt.arg.fd</c> or <c>proc.aname[2]</c>.</summary>
public enum FieldArgument
{
    /// <summary>None.</summary>
    None,

    /// <summary>It may.</summary>
    Optional,

    /// <summary>It must.</summary>
    Required,
}
