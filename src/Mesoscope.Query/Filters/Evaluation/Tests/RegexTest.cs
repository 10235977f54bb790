namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>regex</c></summary>
readonly struct RegexTest(RegexPattern operand) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => operand.Matches(value);
}
