using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>A field without an argument and without memory.</summary>
sealed class ExtractedField(EventExtractor extract) : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value) => extract(context, ref value);
}
