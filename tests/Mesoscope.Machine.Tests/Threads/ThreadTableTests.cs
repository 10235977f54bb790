using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Threads;

public sealed class ThreadTableTests
{
    [Fact]
    public void Table_AfterManyRandomChanges_HoldsWhatADictionaryHolds()
    {
        var random = new Random(5);
        var table = new ThreadTable();
        var expected = new Dictionary<long, ThreadState>();
        for (var i = 0; i < 50_000; i++)
        {
            var tid = random.Next(3000) * 64L;
            if (random.Next(3) == 0)
            {
                table.Remove(tid);
                expected.Remove(tid);
            }
            else
            {
                var thread = new ThreadState { Tid = tid, Pid = tid };
                table.Set(thread);
                expected[tid] = thread;
            }
        }

        Assert.Equal(expected.Count, table.Count);
        for (var tid = 0L; tid < 3000 * 64; tid += 64)
        {
            Assert.Same(expected.GetValueOrDefault(tid), table.Find(tid));
        }

        Assert.Equal(expected.Keys.Order(), table.ToArray().Select(t => t.Tid));
    }

    [Fact]
    public void CountOthersOf_AfterMovesAndRemovals_CountsThreadsThatAreNotMain()
    {
        var table = new ThreadTable();
        var thread = new ThreadState { Tid = 2, Pid = 1 };
        table.Set(new ThreadState { Tid = 1, Pid = 1 });
        table.Set(thread);
        table.Set(new ThreadState { Tid = 3, Pid = 1 });
        Assert.Equal(2, table.CountOthersOf(1));
        table.ChangePid(thread, 9);
        table.Remove(3);
        Assert.Equal((0, 1), (table.CountOthersOf(1), table.CountOthersOf(9)));
    }
}
