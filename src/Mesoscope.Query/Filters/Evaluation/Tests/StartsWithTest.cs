namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>startswith</c>, <c>bstartswith</c></summary>
readonly struct StartsWithTest(byte[] operand) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => value.StartsWith(operand);
}
