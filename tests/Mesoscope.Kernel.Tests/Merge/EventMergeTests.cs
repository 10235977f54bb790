using Mesoscope.Kernel.Merge;

namespace Mesoscope.Kernel.Tests.Merge;

public sealed class EventMergeTests
{
    const ulong Base = 1_000_000_000;
    readonly FakeSource _first = new();
    readonly FakeSource _second = new();

    [Fact]
    public void Next_TwoProcessors_DeliversByTime()
    {
        _first.Add(Base + 1);
        _first.Add(Base + 4);
        _second.Add(Base + 2);
        _second.Add(Base + 3);
        Assert.Equal([1, 2, 3, 4], Deliver());
    }

    [Fact]
    public void Next_OtherRingIsNotEmptied_HoldsBackWhatMayBeYounger()
    {
        _first.Add(Base + 5);
        _second.Add(Base + 2);
        _second.Add(Base + 3);
        _second.Batch = 1;
        Assert.Equal([2], Deliver());
    }

    [Fact]
    public void Next_OtherProcessorWrites_HoldsBackWhatIsYounger()
    {
        _first.Add(Base + 1);
        _first.Add(Base + 9);
        _second.WritingSince = Base + 5;
        Assert.Equal([1], Deliver());
    }

    [Fact]
    public void Next_OtherProcessorTakesItsTime_DeliversNothingYet()
    {
        _first.Add(Base + 1);
        _second.WritingSince = 1;
        Assert.Empty(Deliver());
    }

    [Fact]
    public void Next_StoresMayOvertakeEachOther_WaitsBeforeItLooksAndBeforeItTakes()
    {
        var looks = 0UL;
        var merge = new EventMerge([new RecordQueue(_first, 0, 4096)], () => Base + 1_000_000 + (looks++ * 30_000), isStrictlyOrdered: false);
        _first.Add(Base + 1);

        Assert.Equal(32, merge.Refill(isFinal: false));
        Assert.True(looks >= 5, "the clock was not looked at while waiting");
        Assert.NotNull(merge.Next());
    }

    List<int> Deliver()
    {
        var merge = new EventMerge([new RecordQueue(_first, 0, 4096), new RecordQueue(_second, 1, 4096)], () => Base + 1_000_000);
        merge.Refill(isFinal: false);
        var times = new List<int>();
        while (merge.Next() is { } queue)
        {
            times.Add((int)(queue.HeadTime - Base));
            queue.Advance();
        }

        return times;
    }
}
