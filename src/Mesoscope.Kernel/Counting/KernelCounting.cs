namespace Mesoscope.Kernel.Counting;

/// <summary>
/// Counts in the kernel what processes, control groups and connections do, without an event per call. Everything is removed by
/// <see cref="Dispose"/> and when the process ends, however it ends.
/// </summary>
/// <remarks>Not safe for several threads, except <see cref="Drops"/>. Needs Linux 5.12 (on aarch64 5.18) with BTF, and CAP_BPF and CAP_PERFMON.</remarks>
public sealed class KernelCounting : IDisposable
{
    KernelCounting()
    {
    }

    /// <summary>What could not be counted or told since the start, by cause.</summary>
    public CountingDrops Drops { get; }

    /// <summary>The hierarchy whose folders' inodes are the numbers of control groups.</summary>
    public ControlGroupHierarchy Hierarchy { get; } = new("", "");

    /// <summary>True when <see cref="OutOfMemoryKill"/> is told; false where the kernel has no hook for it, and <c>memory.events</c> has to be read instead.</summary>
    public bool SeesOutOfMemory { get; }

    /// <summary>Loads the programs and begins to count.</summary>
    /// <param name="options">How.</param>
    /// <exception cref="LiveCaptureException">It cannot be done on this machine or by this process.</exception>
    public static KernelCounting Open(CountingOptions options) =>
        throw new LiveCaptureException(LiveCaptureProblem.NotSupported, "counting in the kernel is not built yet");

    /// <summary>Shows what changed since the read before; the first read since <see cref="Open"/>. Meant to be called once a second.</summary>
    /// <param name="sink">Is called for each process, control group, connection and error that changed.</param>
    public void Read(ICounterSink sink) => throw new NotSupportedException();

    /// <summary>Takes the next happening, oldest first. They come with <see cref="Read"/>; 100,000 are kept, then the oldest are dropped and counted.</summary>
    /// <param name="happening">The happening.</param>
    /// <returns>False when there is none.</returns>
    public bool TryTake(out KernelHappening happening) => throw new NotSupportedException();

    /// <summary>
    /// Tells that a control group is young, so that its failed calls are told for the time that the options say, counted from its begin. Groups
    /// made while counting are known to be young without it.
    /// </summary>
    /// <param name="controlGroup">Inode of its folder.</param>
    /// <param name="age">How old it is.</param>
    public void MarkYoung(ulong controlGroup, TimeSpan age) => throw new NotSupportedException();

    /// <summary>Looks at the accept queues of all listening TCP sockets of the machine, in whatever network namespace.</summary>
    /// <param name="queues">Receives them; cleared first.</param>
    public void ReadQueues(ICollection<ListenQueue> queues) => throw new NotSupportedException();

    /// <summary>Detaches and unloads everything.</summary>
    public void Dispose()
    {
    }
}
