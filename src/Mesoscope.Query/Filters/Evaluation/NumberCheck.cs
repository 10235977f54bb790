using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>
/// A comparison of a whole number with another. All six operators ask whether the number lies in a range, or whether it does not.
/// </summary>
sealed class NumberCheck : FieldCheck
{
    /// <summary>Turns signed numbers into unsigned ones in the same order; 0 for unsigned numbers.</summary>
    readonly ulong _flip;
    readonly ulong _low;
    readonly ulong _span;
    readonly bool _isNegated;
    readonly bool _isEmpty;

    internal NumberCheck(Field field, FilterOperator operation, ulong operand)
        : base(field)
    {
        _flip = ValueKinds.IsSigned(field.Type) ? 1ul << 63 : 0;
        var bound = operand ^ _flip;
        _isNegated = operation is FilterOperator.NotEqual or FilterOperator.GreaterOrEqual or FilterOperator.Greater;
        switch (operation)
        {
            case FilterOperator.Less or FilterOperator.GreaterOrEqual:
                _isEmpty = bound == 0;
                _span = bound - 1;
                break;
            case FilterOperator.LessOrEqual or FilterOperator.Greater:
                _span = bound;
                break;
            default:
                _low = bound;
                break;
        }
    }

    public override bool Matches(EventContext context)
    {
        var value = new FieldValue { Type = ValueType, Format = Format };
        return Field.TryGet(context, ref value)
            && (value.Type == ValueType || ValueKinds.Of(value.Type) is ValueKind.Signed or ValueKind.Unsigned)
            && Test(value.Number);
    }

    internal override bool? Decide(EventType type) =>
        TypeConstants.GetBoolean(Constant, type) is { } isTrue ? Test(isTrue ? 1ul : 0) : null;

    bool Test(ulong number) => ((number ^ _flip) - _low <= _span && !_isEmpty) != _isNegated;
}
