using Mesoscope.Kernel.Counting.Programs;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>What the programs could not count: one line of 64 bytes a processor, <c>struct drops</c> in bpf/counting/counting.h.</summary>
/// <param name="memory">Where they are; disposed of with this object.</param>
/// <param name="processors">How many lines are looked at.</param>
sealed unsafe class ProgramDrops(SharedMemory memory, int processors) : IDisposable
{
    const int WordsPerLine = 8;

    /// <summary>Unmaps them.</summary>
    public void Dispose() => memory.Dispose();

    /// <summary>The sums over all processors.</summary>
    public CountingDrops Read() => new(Sum(0), Sum(1), Sum(2), Sum(3), Sum(4), Sum(5), Sum(6), Sum(7));

    ulong Sum(int word)
    {
        var words = (ulong*)memory.Address;
        ObjectDisposedException.ThrowIf(words is null, this);
        var sum = 0UL;
        for (var i = 0; i < processors; i++)
        {
            sum += Volatile.Read(ref words[i * WordsPerLine + word]);
        }

        return sum;
    }
}
