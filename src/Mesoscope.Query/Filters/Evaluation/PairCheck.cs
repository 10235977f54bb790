using System.Buffers.Binary;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A comparison of two fields of the same event. False when one of them has no value.</summary>
sealed class PairCheck : FieldCheck
{
    readonly Field _right;
    readonly FilterOperator _operation;
    readonly ValueKind _kind;

    internal PairCheck(Field left, FilterOperator operation, Field right)
        : base(left)
    {
        _right = right;
        _operation = operation;
        _kind = ValueKinds.Of(left.Type);
    }

    public override bool Matches(EventContext context)
    {
        var left = new FieldValue { Type = ValueType, Format = Format };
        var right = new FieldValue { Type = _right.Type, Format = _right.Info.Format };
        if (!Field.TryGet(context, ref left) || !_right.TryGet(context, ref right))
        {
            return false;
        }

        return _kind switch
        {
            ValueKind.Unsigned => Compare(left.Number.CompareTo(right.Number)),
            ValueKind.Signed => Compare(((long)left.Number).CompareTo((long)right.Number)),
            ValueKind.Floating => left.Bytes.Length >= 8 && right.Bytes.Length >= 8
                && Compare(BinaryPrimitives.ReadDoubleLittleEndian(left.Bytes).CompareTo(BinaryPrimitives.ReadDoubleLittleEndian(right.Bytes))),
            _ => CompareBytes(left.Bytes, right.Bytes),
        };
    }

    bool Compare(int order) => _operation switch
    {
        FilterOperator.NotEqual => order != 0,
        FilterOperator.Less => order < 0,
        FilterOperator.LessOrEqual => order <= 0,
        FilterOperator.Greater => order > 0,
        FilterOperator.GreaterOrEqual => order >= 0,
        _ => order == 0,
    };

    bool CompareBytes(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => _operation switch
    {
        FilterOperator.Contains => left.IndexOf(right) >= 0,
        FilterOperator.StartsWith => left.StartsWith(right),
        FilterOperator.EndsWith => left.EndsWith(right),
        FilterOperator.ContainsIgnoreCase => ContainsIgnoreCase(left, right),
        _ => Compare(left.SequenceCompareTo(right)),
    };

    static bool ContainsIgnoreCase(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        for (var start = 0; start + right.Length <= left.Length; start++)
        {
            var i = 0;
            while (i < right.Length && AsciiCase.ToLower(left[start + i]) == AsciiCase.ToLower(right[i]))
            {
                i++;
            }

            if (i == right.Length)
            {
                return true;
            }
        }

        return false;
    }
}
