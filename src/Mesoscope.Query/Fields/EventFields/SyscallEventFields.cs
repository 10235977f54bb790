namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Fields of the events that system calls and the kernel's trace points make.</summary>
sealed class SyscallEventFields : EventFieldClass
{
    /// <inheritdoc/>
    public override string Description =>
        "What events of system calls have. The parameters of a call are asked for one by one with evt.arg, such as evt.arg.filename.";

    /// <inheritdoc/>
    public override string AppliesTo => "Syscall events only";

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => info.Name switch
    {
        "evt.arg" or "evt.rawarg" => ParameterFinder.MeasureArgument(rest),
        "evt.abspath" => AbsolutePathField.MeasureArgument(rest),
        _ => base.MeasureArgument(info, rest),
    };

    /// <inheritdoc/>
    protected override EventFieldRow[] CreateRows() =>
    [
        .. ClockRows.Create(),
        .. ContentRows.Create(),
        .. OutcomeRows.Create(),
        .. BufferRows.Create(),
    ];
}
