using Mesoscope.Machine;
using Mesoscope.Machine.Tracers;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>Takes the value of a field out of a tracer event and what its thread's tracers are known to be. False when there is none.</summary>
delegate bool SpanExtractor(EventContext context, ThreadTracer tracer, FieldScratch scratch, ref FieldValue value);
