using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Calls;

/// <summary>No counts, for machines whose kernel cannot count or does not let this process.</summary>
sealed class NoCallCounts : ICallCounts
{
    public bool IsCounting => false;

    public bool SeesOutOfMemory => false;

    public CountingDrops Drops => default;

    public ControlGroupHierarchy Hierarchy { get; } = new("", "");

    public void Read(ICounterSink sink)
    {
    }

    public bool TryTake(out KernelHappening happening)
    {
        happening = null!;
        return false;
    }

    public void ReadQueues(ICollection<ListenQueue> queues) => queues.Clear();

    public void Dispose()
    {
    }
}
