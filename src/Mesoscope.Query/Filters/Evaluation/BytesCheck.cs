using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A check of a value that is bytes: text, buffer or address.</summary>
sealed class BytesCheck<TTest> : FieldCheck
    where TTest : struct, IBytesTest
{
    readonly TTest _test;
    readonly bool _isNegated;

    internal BytesCheck(Field field, TTest test, bool isNegated = false)
        : base(field)
    {
        _test = test;
        _isNegated = isNegated;
    }

    public override bool Matches(EventContext context)
    {
        var value = new FieldValue { Type = ValueType, Format = Format };
        return Field.TryGet(context, ref value)
            && (value.Type == ValueType || IsBytes(value.Type))
            && _test.Test(value.Bytes) != _isNegated;
    }

    internal override bool? Decide(EventType type)
    {
        if (TypeConstants.TryGetText(Constant, type, out var text))
        {
            return _test.Test(text) != _isNegated;
        }

        return Constant == TypeConstant.Name ? DecideForAllSyscalls() : null;
    }

    static bool IsBytes(ParameterType type) => ValueKinds.Of(type) is ValueKind.Text or ValueKind.Bytes;

    /// <summary>Generic events can be any system call; the result is known when it is the same for all of them.</summary>
    bool? DecideForAllSyscalls()
    {
        var first = _test.Test(EventSchema.GetSyscall(0).Utf8);
        for (var i = 1; i < EventSchema.SyscallCount; i++)
        {
            if (_test.Test(EventSchema.GetSyscall(i).Utf8) != first)
            {
                return null;
            }
        }

        return first != _isNegated;
    }
}
