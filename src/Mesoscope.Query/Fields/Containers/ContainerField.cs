using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>A field that is taken from the record of the event's container.</summary>
sealed class ContainerField(ContainerExtractor extract, byte[]? hostText) : Field
{
    readonly Utf8Writer _scratch = new();
    ContainerLookup _lookup;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Thread is not { } thread)
        {
            return false;
        }

        if (thread.ContainerId.Length == 0)
        {
            value.Bytes = hostText;
            return hostText is not null;
        }

        if (_lookup.Find(thread, context.Machine.Containers) is not { } container)
        {
            return false;
        }

        _scratch.Clear();
        return extract(container, context, _scratch, ref value);
    }
}
