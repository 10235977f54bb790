namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>contains</c>, <c>bcontains</c></summary>
readonly struct ContainsTest(byte[] operand) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => value.IndexOf(operand) >= 0;
}
