using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Tests.Ingest;

public sealed class SequenceRangesTests
{
    [Theory]
    [InlineData(new ulong[] { 1, 2, 3 }, "1-3")]
    [InlineData(new ulong[] { 5, 7, 6 }, "5-7")]
    [InlineData(new ulong[] { 9, 1, 5 }, "1-1,5-5,9-9")]
    [InlineData(new ulong[] { 4, 4, 4 }, "4-4")]
    [InlineData(new ulong[] { 3, 2, 1 }, "1-3")]
    public void Add_InAnyOrder_JoinsNeighbours(ulong[] sequences, string expected)
    {
        var ranges = new SequenceRanges();
        foreach (var sequence in sequences)
        {
            ranges.Add(sequence);
        }

        Assert.Equal(expected, ranges.ToString());
        Assert.Equal(expected, SequenceRanges.Parse(expected).ToString());
        Assert.Equal(sequences.Max(), ranges.Newest);
    }

    [Fact]
    public void Add_ManyGaps_ClosesTheOldest()
    {
        var ranges = new SequenceRanges();
        for (ulong i = 1; i < 1000; i += 2)
        {
            ranges.Add(i);
        }

        Assert.True(ranges.Contains(2));
        Assert.False(ranges.Contains(998));
        Assert.InRange(ranges.ToString().Length, 1, 2000);
    }
}
