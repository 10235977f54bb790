using Mesoscope.Agent.Calls;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Tests.Happenings;

/// <summary>A kernel that counts nothing and tells what a test wants it to.</summary>
sealed class FakeCallCounts : ICallCounts
{
    public Queue<KernelHappening> Happenings { get; } = new();

    public bool IsCounting => true;

    public bool SeesOutOfMemory { get; set; } = true;

    public CountingDrops Drops => default;

    public ControlGroupHierarchy Hierarchy { get; } = new("", "");

    public void Read(ICounterSink sink)
    {
    }

    public bool TryTake(out KernelHappening happening) => Happenings.TryDequeue(out happening!);

    public void ReadQueues(ICollection<ListenQueue> queues) => queues.Clear();

    public void Dispose()
    {
    }
}
