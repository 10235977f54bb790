using Mesoscope.Cli.Trace;

namespace Mesoscope.Cli.Tests.Trace;

// The expected orders were made with std::sort of libstdc++ 12 on the same rows.
public sealed class IntroSortTests
{
    [Fact]
    public void SortDescending_OfManyEqualCounts_LeavesTheOrderOfTheGnuLibrary()
    {
        var rows = new SummaryRow[994];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new SummaryRow(i, IsSyscall: false, i % 3 == 0 ? (ulong)(((i * 7919) + 13) % 11) : 0);
        }

        IntroSort.SortDescending(rows);

        Assert.Equal([465, 762, 927, 267, 366, 531, 399, 135, 630, 993, 729, 960, 663, 36, 234], rows[..15].Select(row => row.Id));
        Assert.Equal(1452478463134696918UL, Hash(rows));
    }

    [Fact]
    public void SortDescending_OfRowsThatDefeatTheMedian_FallsBackToTheHeap()
    {
        const int Count = 4096;
        const int Half = Count / 2;
        var values = new ulong[Count];
        for (var i = 1; i <= Half; i++)
        {
            if ((i & 1) != 0)
            {
                values[i - 1] = (ulong)i;
                values[i] = (ulong)(Half + i);
            }

            values[Half + i - 1] = (ulong)(2 * i);
        }

        var rows = values.Select(static (value, index) => new SummaryRow(index, IsSyscall: false, 1_000_000 - (value / 2))).ToArray();

        IntroSort.SortDescending(rows);

        Assert.Equal(5128825888116049207UL, Hash(rows));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    public void SortDescending_OfFewRows_PutsTheHighestFirst(int count)
    {
        var rows = Enumerable.Range(0, count).Select(static i => new SummaryRow(i, IsSyscall: true, (ulong)i)).ToArray();

        IntroSort.SortDescending(rows);

        Assert.Equal(Enumerable.Range(0, count).Reverse(), rows.Select(row => row.Id));
    }

    static ulong Hash(SummaryRow[] rows) =>
        rows.Aggregate(14695981039346656037UL, static (hash, row) => unchecked((hash ^ (ulong)row.Id) * 1099511628211UL));
}
