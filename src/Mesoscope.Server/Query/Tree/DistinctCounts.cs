using Mesoscope.Server.Query.Grouping;

namespace Mesoscope.Server.Query.Tree;

// How many different things lie in each node or below it, without a set for each: things come one after the other, and a node remembers
// the last that it counted.
static class DistinctCounts
{
    public static int[] Of(List<(int Thing, GroupNode Node)> places, int nodes, int things)
    {
        var counts = new int[nodes];
        var last = new int[nodes];
        foreach (var (thing, node) in InOrder(places, things))
        {
            for (var current = node; current is not null && last[current.Index] != thing + 1; current = current.Parent)
            {
                last[current.Index] = thing + 1;
                counts[current.Index]++;
            }
        }

        return counts;
    }

    static (int Thing, GroupNode Node)[] InOrder(List<(int Thing, GroupNode Node)> places, int things)
    {
        var next = new int[things + 1];
        foreach (var (thing, _) in places)
        {
            next[thing + 1]++;
        }

        for (var i = 0; i < things; i++)
        {
            next[i + 1] += next[i];
        }

        var ordered = new (int, GroupNode)[places.Count];
        foreach (var place in places)
        {
            ordered[next[place.Thing]++] = place;
        }

        return ordered;
    }
}
