using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>When the first process of the event's container began, or how long that is ago, in nanoseconds.</summary>
sealed class ContainerTimeField(bool isDuration) : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { ContainerId.Length: > 0, NamespaceInitTime: > 0 and var start })
        {
            return false;
        }

        value.Number = isDuration ? context.Event.Timestamp - start : start;
        return true;
    }
}
