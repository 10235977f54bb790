namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>in</c></summary>
readonly struct MemberTest(ByteStringSet operands) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value) => operands.Contains(value);
}
