using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A check of one field. False for events that have no value, whatever the operator.</summary>
abstract class FieldCheck : IEventFilter
{
    protected FieldCheck(Field field)
    {
        Field = field;
        ValueType = field.Type;
        Format = field.Info.Format;
        Constant = field is TransformedField ? TypeConstant.None : TypeConstants.Of(field.Info.Name);
    }

    protected Field Field { get; }

    /// <summary>The type that was known when the filter was compiled; single events may bring another.</summary>
    protected ParameterType ValueType { get; }

    protected PrintFormat Format { get; }

    /// <summary>How the field's value follows from the event's type, if it does.</summary>
    protected TypeConstant Constant { get; }

    public abstract bool Matches(EventContext context);

    /// <summary>The result for all events of a type; null when the type does not decide it.</summary>
    internal virtual bool? Decide(EventType type) => null;
}
