namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>glob</c>, <c>iglob</c></summary>
readonly struct GlobTest(GlobPattern operand) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => operand.Matches(value);
}
