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
    public void Next_VoidRecord_IsPassedOver()
    {
        _first.Add(Base + 1, isVoid: true);
        _first.Add(Base + 2);
        Assert.Equal([2], Deliver());
    }

    [Fact]
    public void Next_OtherProcessorStillWrites_HoldsBackWhatMayBeYounger()
    {
        _first.Add(Base + 5);
        _second.Add(Base + 2);
        _second.IsBusy = true;
        Assert.Equal([2], Deliver());
    }

    [Fact]
    public void Next_OtherProcessorGathers_HoldsBackWhatIsYounger()
    {
        _first.Add(Base + 1);
        _first.Add(Base + 9);
        _second.GatheringTime = Base + 5;
        Assert.Equal([1], Deliver());
    }

    [Fact]
    public void Next_OtherProcessorTakesItsTime_DeliversNothingYet()
    {
        _first.Add(Base + 1);
        _second.GatheringTime = 1;
        Assert.Empty(Deliver());
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
