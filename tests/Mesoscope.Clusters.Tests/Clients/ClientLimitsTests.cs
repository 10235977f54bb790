using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Faults;

namespace Mesoscope.Clusters.Tests.Clients;

public sealed class ClientLimitsTests
{
    // A fault may end just behind a question that nobody answers any more; the wait behind that is the longest.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(60)]
    public void For_APollInterval_LeavesTwoIntervalsBetweenTheEndOfAFaultAndNewNames(double seconds)
    {
        var interval = TimeSpan.FromSeconds(seconds);
        var backoff = new Backoff(interval, new Random(1));
        var longest = Enumerable.Range(0, 100).Max(_ => backoff.Next());

        Assert.InRange(ClientLimits.For(interval).Stall + longest, TimeSpan.Zero, 2 * interval);
    }
}
