using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Tests.Spans;

public sealed class MetricSumsTests
{
    static readonly MetricColumns s_columns = new([20, 48], [false, true]);

    [Fact]
    public void Take_SeveralSeconds_HoldsSumsAndExtremes()
    {
        var sums = new MetricSums(s_columns);
        sums.Add([10, 100], 1);
        sums.Add([30, 0], 1);
        sums.Add([20, 50], 1);
        var samples = sums.Take(7, 10)!;
        Assert.Equal((7ul, 3u), (samples.Entity, samples.Count));
        Assert.Equal([20u, 48u], samples.Metrics);
        Assert.Equal([60, 150], samples.Sums);
        Assert.Equal([10, 0], samples.Minimums);
        Assert.Equal([30, 100], samples.Maximums);
        Assert.Null(sums.Take(7, 10));
    }

    [Fact]
    public void Take_WholeSpan_HasNoCount()
    {
        var sums = new MetricSums(s_columns);
        sums.Add([1, 2], 10);
        var samples = sums.Take(1, 10)!;
        Assert.Equal((0u, 10, 20), (samples.Count, samples.Sums[0], samples.Sums[1]));
    }

    [Fact]
    public void Take_MetricNeverMeasured_LeavesItOut()
    {
        var sums = new MetricSums(s_columns);
        sums.Add([double.NaN, 2], 1);
        Assert.Equal([48u], sums.Take(1, 1)!.Metrics);
    }

    [Fact]
    public void Take_MetricMeasuredLater_CountsForAllSeconds()
    {
        var sums = new MetricSums(s_columns);
        sums.Add([double.NaN, double.NaN], 4);
        sums.Add([5, 8], 1);
        var samples = sums.Take(1, 5)!;
        // A gauge was most likely as it is now; of a rate nothing is known to have happened.
        Assert.Equal([25, 8], samples.Sums);
        Assert.Equal([5, 0], samples.Minimums);
    }

    [Fact]
    public void AddSpanOf_Others_HoldsTheSumOfAll()
    {
        var (sums, one, other) = (new MetricSums(s_columns), new MetricSums(s_columns), new MetricSums(s_columns));
        one.Add([1, 10], 2);
        other.Add([2, double.NaN], 1);
        sums.AddSpanOf(one);
        sums.AddSpanOf(other);
        var samples = sums.Take(1, 10)!;
        Assert.Equal([4, 20], samples.Sums);
        Assert.Equal(2u, samples.Count);
    }
}
