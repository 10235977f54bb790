using Mesoscope.Machine;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>A field whose value is that of the ancestor it is pointed at.</summary>
sealed class AncestorCursor(AncestorExtractor extract, FieldScratch scratch) : Field
{
    /// <summary>The ancestor.</summary>
    public ThreadState? Current { get; set; }

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (Current is null)
        {
            return false;
        }

        extract(Current, scratch, ref value);
        return true;
    }
}
