namespace Mesoscope.Query.Text;

/// <summary>How much of a parameter is written.</summary>
public enum ParameterForm
{
    /// <summary>The value as it is, and what it stands for in parentheses where that is known: <c>3(&lt;f&gt;/etc/passwd)</c>.</summary>
    Full,

    /// <summary>What the value stands for where that is known, otherwise the value: <c>ENOENT</c>.</summary>
    Resolved,

    /// <summary>The value as it is: <c>-2</c>.</summary>
    Plain,
}
