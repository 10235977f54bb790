namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>endswith</c></summary>
readonly struct EndsWithTest(byte[] operand) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => value.EndsWith(operand);
}
