namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The fields <c>fd.*</c>: the descriptor that the event works on.</summary>
sealed class DescriptorFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "fd";

    /// <inheritdoc/>
    public override string Description => "The file, socket or other thing behind the descriptor that a system call makes, uses or closes.";

    /// <inheritdoc/>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest) => ArgumentText.MeasureBrackets(rest);

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        .. NameRows.Create(),
        .. AddressRows.Create(),
        .. SocketRows.Create(),
        .. ProtocolRows.Create(),
        .. NetworkRows.Create(),
        .. LastRows.Create(),
        .. LaterRows.Create(),
    ];
}
