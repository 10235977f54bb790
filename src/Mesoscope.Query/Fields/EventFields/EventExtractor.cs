using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Takes a value out of an event. False when the event has none.</summary>
/// <param name="context">The event and the machine.</param>
/// <param name="value">Where the value goes; type and format are preset.</param>
delegate bool EventExtractor(EventContext context, ref FieldValue value);
