using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Calls;

/// <summary>Counts of the kernel's programs.</summary>
/// <param name="counting">The programs; ended with this.</param>
sealed class KernelCallCounts(KernelCounting counting) : ICallCounts
{
    public bool IsCounting => true;

    public bool SeesOutOfMemory => counting.SeesOutOfMemory;

    public CountingDrops Drops => counting.Drops;

    public ControlGroupHierarchy Hierarchy => counting.Hierarchy;

    public void Read(ICounterSink sink) => counting.Read(sink);

    public bool TryTake(out KernelHappening happening) => counting.TryTake(out happening);

    public void ReadQueues(ICollection<ListenQueue> queues) => counting.ReadQueues(queues);

    public void Dispose() => counting.Dispose();
}
