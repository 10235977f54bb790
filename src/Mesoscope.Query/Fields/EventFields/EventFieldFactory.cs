namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Binds a field.</summary>
/// <param name="request">The field and its argument.</param>
/// <param name="session">What the options of the run say.</param>
/// <exception cref="FieldException">The argument does not suit the field.</exception>
delegate Field EventFieldFactory(EventFieldRequest request, FieldSession session);
