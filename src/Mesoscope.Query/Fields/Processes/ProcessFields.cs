namespace Mesoscope.Query.Fields.Processes;

/// <summary>The fields <c>proc.*</c> and <c>thread.*</c>: the process and the thread that made the event.</summary>
sealed class ProcessFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "process";

    /// <inheritdoc/>
    public override string Description => "The process and the thread that made the event.";

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest)
    {
        if (info.Name == ThreadRows.CgroupName)
        {
            return ArgumentText.MeasureLetters(rest);
        }

        // sysdig knows these two without a number at the end of a format only. Before other text it shows the value and then the name
        // itself, as text; lines of old scripts depend on where their columns are.
        var isNameText = info.Name is "proc.apid" or "proc.aname" && rest is not ([] or ['[', ..]);
        return isNameText ? -info.Name.Length : ArgumentText.MeasureBrackets(rest);
    }

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        .. IdentityRows.Create(),
        .. ResourceRows.Create(),
        .. ThreadRows.Create(),
        .. SessionRows.Create(),
        .. LaterAncestorRows.Create(),
        .. LaterProcessRows.Create(),
    ];
}
