using Mesoscope.Server.Storage;

namespace Mesoscope.EndToEnd.Tests.Servers;

// Sums by the ends of their spans; a span that comes twice, or with more seconds than it has, is a failure.
sealed class StoredSums : ISampleVisitor
{
    public Dictionary<long, double> Sums { get; } = [];

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        Assert.Equal(10u, point.Count);
        Sums.Add(point.EndMilliseconds, point.Sum);
    }
}
