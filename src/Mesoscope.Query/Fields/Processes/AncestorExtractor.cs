using Mesoscope.Machine.Threads;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Takes what a field is about from one ancestor.</summary>
delegate void AncestorExtractor(ThreadState thread, FieldScratch scratch, ref FieldValue value);
