namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>What is asked of a value that is bytes. Implemented by structs, so that every check gets code of its own.</summary>
interface IBytesTest
{
    bool Test(ReadOnlySpan<byte> value);
}
