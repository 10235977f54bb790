namespace Mesoscope.Query.Fields.Processes;

/// <summary>The fields <c>proc.*</c> and <c>thread.*</c>: the process and the thread that made the event.</summary>
sealed class ProcessFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "process";

    /// <inheritdoc/>
    public override string Description => "The process and the thread that made the event.";

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) =>
        info.Name == ThreadRows.CgroupName ? ArgumentText.MeasureLetters(rest) : ArgumentText.MeasureBrackets(rest);

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
