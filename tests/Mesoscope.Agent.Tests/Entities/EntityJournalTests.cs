using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Spans;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.Entities;

public sealed class EntityJournalTests
{
    readonly EntityJournal _journal = new();

    [Fact]
    public void Write_NothingChanged_TellsNothingAgain()
    {
        Add(1);
        Assert.Equal([1ul], Write());
        Assert.Empty(Write());
        Assert.Equal([1ul], Write(isAll: true));
    }

    [Fact]
    public void Write_OtherLabels_TellsThem()
    {
        var entity = Add(1);
        Write();
        entity.Labels = [new Label { Name = "a", Value = "1" }];
        Assert.Equal([1ul], Write());
        entity.Labels = [new Label { Name = "a", Value = "1" }];
        Assert.Empty(Write());
    }

    [Fact]
    public void Write_Ended_TellsItOnceAndForgetsIt()
    {
        var entity = Add(1);
        Add(2);
        Write();
        entity.EndTimeMs = 5;
        Assert.Equal([1ul], Write());
        Assert.Equal([2ul], Write(isAll: true));
    }

    [Fact]
    public void Of_SameThing_IsTheSameNumber()
    {
        Assert.Equal(EntityNumber.Of("container", "boot", "id", "7"), EntityNumber.Of("container", "boot", "id", "7"));
        Assert.NotEqual(EntityNumber.Of("container", "boot", "id", "7"), EntityNumber.Of("container", "boot", "id", "8"));
        Assert.NotEqual(EntityNumber.Of("a", "bc"), EntityNumber.Of("ab", "c"));
        Assert.All(Enumerable.Range(0, 1000), static i => Assert.InRange(EntityNumber.Of($"{i}"), 1ul, (ulong)long.MaxValue));
    }

    MeasuredEntity Add(ulong number)
    {
        var entity = new MeasuredEntity(number, EntityKind.Container, new MetricSums(new MetricColumns([], [])));
        _journal.Add(entity);
        return entity;
    }

    List<ulong> Write(bool isAll = false)
    {
        var batch = new SampleBatch();
        _journal.Write(batch, isAll);
        return [.. batch.Entities.Select(static entity => entity.Number)];
    }
}
