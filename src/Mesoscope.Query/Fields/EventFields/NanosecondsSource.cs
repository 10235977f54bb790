using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Takes a number of nanoseconds out of an event. False when the event has none.</summary>
delegate bool NanosecondsSource(EventContext context, out ulong nanoseconds);
