using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Tests;

public sealed class LabelSetTests
{
    [Fact]
    public void TryGet_OfEveryName_FindsItsValue()
    {
        var labels = LabelSet.From(Enumerable.Range(0, 9).Select(i => KeyValuePair.Create($"label.{8 - i}", $"{8 - i}")));
        Assert.All(Enumerable.Range(0, 9), i => Assert.True(labels.TryGet($"label.{i}", out var value) && value == $"{i}"));
        Assert.False(labels.TryGet("label.9", out _));
    }

    [Fact]
    public void From_SameLabelsInAnotherOrder_IsEqual()
    {
        KeyValuePair<string, string>[] labels = [new("a", "1"), new("b", "2")];
        Assert.Equal(LabelSet.From(labels), LabelSet.From(labels.Reverse()));
        Assert.NotEqual(LabelSet.From(labels), LabelSet.From(labels[..1]));
    }
}
