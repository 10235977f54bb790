using Mesoscope.Machine;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>True when the event has a value for the field.</summary>
sealed class ExistsCheck(Field field) : FieldCheck(field)
{
    public override bool Matches(EventContext context)
    {
        var value = new FieldValue { Type = ValueType, Format = Format };
        return Field.TryGet(context, ref value);
    }
}
