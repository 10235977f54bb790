using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>The id of the event's container, which needs no record.</summary>
sealed class ContainerIdField : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { } thread)
        {
            return false;
        }

        value.Bytes = thread.ContainerId.Length == 0 ? "host"u8 : thread.ContainerId;
        return true;
    }
}
