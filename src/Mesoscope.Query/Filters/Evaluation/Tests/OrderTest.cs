namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>&lt;</c> and, negated, <c>&gt;=</c>; with <paramref name="isInclusive"/> <c>&lt;=</c> and <c>&gt;</c>.</summary>
readonly struct OrderTest(byte[] operand, bool isInclusive) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value)
    {
        var order = value.SequenceCompareTo(operand);
        return order < 0 || (isInclusive && order == 0);
    }
}
