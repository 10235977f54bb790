using System.Buffers.Binary;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A comparison of a floating-point number with others; with several, one that holds is enough.</summary>
sealed class FloatingCheck(Field field, FilterOperator operation, double[] operands) : FieldCheck(field)
{
    public override bool Matches(EventContext context)
    {
        var value = new FieldValue { Type = ValueType, Format = Format };
        if (!Field.TryGet(context, ref value) || value.Bytes.Length < sizeof(double))
        {
            return false;
        }

        var number = BinaryPrimitives.ReadDoubleLittleEndian(value.Bytes);
        foreach (var operand in operands)
        {
            if (Compare(number, operand))
            {
                return true;
            }
        }

        return false;
    }

    bool Compare(double number, double operand) => operation switch
    {
        FilterOperator.NotEqual => number != operand,
        FilterOperator.Less => number < operand,
        FilterOperator.LessOrEqual => number <= operand,
        FilterOperator.Greater => number > operand,
        FilterOperator.GreaterOrEqual => number >= operand,
        _ => number == operand,
    };
}
