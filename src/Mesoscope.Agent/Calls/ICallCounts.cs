using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Calls;

/// <summary>Where counts of calls come from: the kernel, or nowhere on machines that do not allow it. Not safe for several threads.</summary>
interface ICallCounts : IDisposable
{
    /// <summary>Whether calls are counted at all.</summary>
    bool IsCounting { get; }

    /// <summary>Whether kills because of memory are told as happenings; else control groups count them.</summary>
    bool SeesOutOfMemory { get; }

    /// <summary>What was lost since the start.</summary>
    CountingDrops Drops { get; }

    /// <summary>The hierarchy whose folders' inodes are the numbers of control groups.</summary>
    ControlGroupHierarchy Hierarchy { get; }

    /// <summary>Shows what changed since the read before.</summary>
    void Read(ICounterSink sink);

    /// <summary>Takes the next happening; false when there is none.</summary>
    bool TryTake(out KernelHappening happening);

    /// <summary>The accept queues of all listening sockets.</summary>
    void ReadQueues(ICollection<ListenQueue> queues);
}
