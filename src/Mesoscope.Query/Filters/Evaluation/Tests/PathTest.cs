namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>pmatch</c></summary>
readonly struct PathTest(PathPrefixSet operands) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => operands.Matches(value);
}
