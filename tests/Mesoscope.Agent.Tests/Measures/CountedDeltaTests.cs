using Mesoscope.Agent.Measures;

namespace Mesoscope.Agent.Tests.Measures;

public sealed class CountedDeltaTests
{
    [Fact]
    public void Take_Values_SaysWhatHappenedBetween()
    {
        var counter = new CountedDelta();
        Assert.Equal(double.NaN, counter.Take(1000));
        Assert.Equal(5, counter.Take(1005));
        Assert.Equal(0, counter.Take(1005));
    }

    [Fact]
    public void Take_CounterBeganAnew_CountsFromThere()
    {
        var counter = new CountedDelta(1000);
        Assert.Equal(3, counter.Take(3));
    }
}
