using Mesoscope.Machine;
using Mesoscope.Machine.Tracers;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>A field whose value is that of the span it is pointed at.</summary>
sealed class SpanCursor(TracerExtractor extract, FieldScratch scratch) : Field
{
    /// <summary>The span.</summary>
    public TracerSpan? Current { get; set; }

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value) => Current is not null && extract(Current, scratch, ref value);
}
