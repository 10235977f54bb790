using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary><c>in</c> with whole numbers.</summary>
sealed class NumberSetCheck : FieldCheck
{
    /// <summary>Up to here a look at every number, several at a time, is faster than hashing.</summary>
    const int MaxLinear = 32;

    readonly ulong[] _numbers;
    readonly HashSet<ulong>? _hashed;

    internal NumberSetCheck(Field field, ulong[] numbers)
        : base(field)
    {
        _numbers = numbers;
        _hashed = numbers.Length > MaxLinear ? [.. numbers] : null;
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

    bool Test(ulong number) => _hashed is null ? _numbers.AsSpan().Contains(number) : _hashed.Contains(number);
}
