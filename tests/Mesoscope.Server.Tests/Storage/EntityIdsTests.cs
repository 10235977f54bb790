using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Tests.Storage;

public sealed class EntityIdsTests
{
    [Fact]
    public void From_IdsInAnyOrderAndTwice_HasEachOnceInOrder()
    {
        Assert.Equal([1, 3, 7], EntityIds.From([7, 3, 1, 3, 7]));
        Assert.Empty(EntityIds.From([]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Part_AllOfThem_AreTheWholeInOrder(int parts)
    {
        EntityIds ids = [1, 2, 3, 4, 5];
        Assert.Equal(ids, Enumerable.Range(0, parts).SelectMany(i => ids.Part(i, parts)));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(99)]
    public void IndexOf_WithAnyHint_FindsWhatIsThereAndNothingElse(int hint)
    {
        EntityIds ids = [2, 4, 6, 8];
        Assert.Equal([0, 1, 2, 3], new[] { 2L, 4, 6, 8 }.Select(id => ids.IndexOf(id, hint)));
        Assert.All([1L, 3, 9], id => Assert.True(ids.IndexOf(id, hint) < 0));
        Assert.True(EntityIds.From([]).IndexOf(1, hint) < 0);
    }
}
