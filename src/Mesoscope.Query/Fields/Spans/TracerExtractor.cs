using Mesoscope.Machine.Tracers;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>Takes the value of a field out of a span's begin. False when it has none.</summary>
delegate bool TracerExtractor(TracerSpan span, FieldScratch scratch, ref FieldValue value);
