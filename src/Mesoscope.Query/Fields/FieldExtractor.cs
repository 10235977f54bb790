using Mesoscope.Machine;

namespace Mesoscope.Query.Fields;

/// <summary>Takes the value of one field out of an event. False when the event has none.</summary>
/// <param name="context">The event and the machine.</param>
/// <param name="scratch">Argument and work space of the field.</param>
/// <param name="value">Where the value goes; type and format are preset.</param>
delegate bool FieldExtractor(EventContext context, FieldScratch scratch, ref FieldValue value);
