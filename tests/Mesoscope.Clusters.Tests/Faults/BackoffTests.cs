using Mesoscope.Clusters.Faults;

namespace Mesoscope.Clusters.Tests.Faults;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(600, new double[] { 1, 2, 4, 8, 16, 32, 60, 60 })]
    [InlineData(10, new double[] { 1, 2, 4, 8, 10, 10 })]
    [InlineData(0.5, new double[] { 0.5, 0.5 })]
    public void Next_AfterEachFault_DoublesUpToTheInterval(double interval, double[] expected)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(interval), new Random(1));

        Assert.All(expected, seconds => Assert.InRange(backoff.Next().TotalSeconds, seconds * 0.8, seconds));
    }

    [Fact]
    public void Reset_AfterASuccess_BeginsAnew()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(60), new Random(1));
        backoff.Next();
        backoff.Next();
        backoff.Reset();

        Assert.InRange(backoff.Next().TotalSeconds, 0.8, 1);
    }
}
