namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>=</c></summary>
readonly struct EqualTest(byte[] operand) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => value.SequenceEqual(operand);
}
