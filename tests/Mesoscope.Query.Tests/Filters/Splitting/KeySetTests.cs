using Mesoscope.Query.Filters.Splitting;

namespace Mesoscope.Query.Tests.Filters.Splitting;

public sealed class KeySetTests
{
    [Fact]
    public void Operations_AllPairsOfSmallSets_AreThoseOfSets()
    {
        var sets = Enumerable.Range(0, 16).Select(bits => new KeySet<int>(Enumerable.Range(0, 3).Where(i => (bits >> i & 1) != 0), bits >= 8)).ToList();
        foreach (var a in sets)
        {
            foreach (var b in sets)
            {
                for (var key = 0; key < 4; key++)
                {
                    Assert.Equal(a.Contains(key) && b.Contains(key), a.And(b).Contains(key));
                    Assert.Equal(a.Contains(key) || b.Contains(key), a.Or(b).Contains(key));
                    Assert.Equal(!a.Contains(key), a.Complement().Contains(key));
                }
            }
        }
    }

    [Fact]
    public void Empty_And_All_AreKnown()
    {
        Assert.True(new KeySet<int>().IsAll);
        Assert.True(new KeySet<int>().Complement().IsEmpty);
        Assert.True(new KeySet<int>([1], isExclusion: false).And(new KeySet<int>([2], isExclusion: false)).IsEmpty);
    }
}
