using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mesoscope.Events;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Interop.Ring;
using Mesoscope.Kernel.Merge;
using Mesoscope.Kernel.Programs;
using Mesoscope.Kernel.Scan;

namespace Mesoscope.Kernel;

/// <summary>
/// What happens on this machine from now on, event by event, in the layout and the words of a capture file. Events are gathered from
/// <see cref="Open"/> on, so the state that <see cref="ReadStart"/> reads is older than none of them.
/// </summary>
/// <remarks>Not safe for several threads, except <see cref="Stop"/> and <see cref="Drops"/>.</remarks>
public sealed class LiveCapture : IDisposable
{
    // More than the longest event, and small enough to stay in the processor's cache between copying and reading.
    const int QueueBytes = 256 * 1024;

    readonly LoadedPrograms _programs;
    readonly RingMemory _memory;
    readonly EventMerge _merge;
    readonly Func<ulong> _clock;
    readonly Pause _pause = new();
    RecordQueue? _delivered;
    volatile bool _isStopped;
    bool _isDetached;
    bool _isDisposed;

    LiveCapture(MachineScan scan, BestHooks hooks, RingMemory memory, EventMerge merge, Func<ulong> clock)
    {
        _clock = clock;
        Scan = scan;
        Hooks = hooks.Kind;
        HookRefusal = hooks.Refusal;
        _programs = hooks.Programs;
        _memory = memory;
        _merge = merge;
    }

    /// <summary>What was lost or left out since the start, by cause. Safe from any thread until <see cref="Dispose"/>.</summary>
    public LiveDrops Drops => _memory.States.Drops();

    /// <summary>The hooks in use.</summary>
    public HookKind Hooks { get; }

    /// <summary>Why the kernel refused better ones; null when it did not.</summary>
    public string? HookRefusal { get; }

    /// <summary>Reads the state of the machine, and later that of a process that the events do not tell about.</summary>
    public MachineScan Scan { get; }

    /// <summary>The time on the clock of the events, nanoseconds since 1970.</summary>
    public ulong Now => _clock();

    /// <summary>Events delivered so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Loads the programs, attaches them and begins to gather.</summary>
    /// <param name="options">How; the default is everything.</param>
    /// <exception cref="LiveCaptureException">It cannot be done on this machine or by this process.</exception>
    public static LiveCapture Open(LiveOptions options)
    {
        if (!NativeLibrary.TryLoad(LibBpf.FileName, out _))
        {
            throw new LiveCaptureException(LiveCaptureProblem.LibraryMissing, $"{LibBpf.FileName} is missing, which loads programs into the kernel; install the package libbpf1");
        }

        // It loads programs of its own meanwhile.
        var scan = new MachineScan();
        try
        {
            return OpenBeside(scan, options);
        }
        catch
        {
            scan.Dispose();
            throw;
        }
    }

    /// <summary>Delivers the state of the machine as it is now. Call once, before <see cref="ReadNext"/>.</summary>
    /// <param name="sink">Receives it.</param>
    /// <returns>What was found and what could not be read.</returns>
    public ScanReport ReadStart(ISnapshotSink sink)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Scan.Read(sink);
    }

    /// <summary>Points <paramref name="next"/> at the next event, in the order of time over all processors.</summary>
    /// <param name="next">Its bytes are valid until the following call.</param>
    /// <returns>Whether there is one. After <see cref="LiveStep.Idle"/> the next call sleeps, up to 10 ms, unless something has come.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LiveStep ReadNext(Event next)
    {
        _delivered?.Advance();
        var queue = _merge.Next();
        if (queue is null && (queue = Refill(out var step)) is null)
        {
            _delivered = null;
            return step;
        }

        _delivered = queue;
        var at = queue.HeadOffset;
        next.Attach(queue.Buffer, at, queue.HeadLength, queue.Processor, EventBlockFlags.None);
        EventCount++;
        return LiveStep.Event;
    }

    /// <summary>
    /// Ends the capture: <see cref="ReadNext"/> delivers what has happened until now and then answers <see cref="LiveStep.Ended"/>.
    /// Safe from any thread, also from a signal's handler.
    /// </summary>
    public void Stop() => _isStopped = true;

    /// <summary>Detaches and unloads everything and frees the rings.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Scan.Dispose();
        _memory.Dispose();
        _programs.Dispose();
    }

    static LiveCapture OpenBeside(MachineScan scan, LiveOptions options)
    {
        var processors = Processors.Online();
        var bootToEpoch = LibC.Now(LibC.ClockRealtime) - LibC.Now(LibC.ClockBoottime);
        var settings = new ProgramSettings
        {
            BootToEpoch = bootToEpoch,
            PayloadBytes = (uint)Math.Clamp(options.PayloadBytes, 0, LiveOptions.MaxPayloadBytes),
            ExcludedPid = options.IncludesOwnEvents ? 0 : (uint)Environment.ProcessId,
            ProcessExit = (uint)HookPlan.ProcessExit(options.Filter),
        };
        settings.SetConditions(options.Filter);
        var isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        var plan = new RingPlan(processors[^1] + 1, RingBytes(options.BufferBytes), options.PageFaults);
        var hooks = BestHooks.Load(options, settings, plan, isArm);
        var programs = hooks.Programs;
        RingMemory? memory = null;
        try
        {
            memory = new RingMemory(programs.Blocks, programs.States, plan);
            var clock = () => LibC.Now(LibC.ClockBoottime) + bootToEpoch;
            var merge = new EventMerge(Queues(processors, plan, memory), clock, isStrictlyOrdered: !isArm);
            programs.Attach();

            // From here on the hooks keep the marks; a thread that ends meanwhile keeps one that does no harm.
            programs.MarkNamed(NamedThreads.Find(options.Filter.Names));
            programs.MarkContained(ContainedThreads.Find(options.Filter.ContainerIds));
            programs.MarkFollowed(Descendants.Find(options.Filter.FollowedProcessIds));
            return new LiveCapture(scan, hooks, memory, merge, clock);
        }
        catch
        {
            memory?.Dispose();
            programs.Dispose();
            throw;
        }
    }

    static uint RingBytes(int wanted) =>
        System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(wanted, (int)RingReader.BlockBytes, 1024 * 1024 * 1024));

    static RecordQueue[] Queues(int[] processors, RingPlan plan, RingMemory memory)
    {
        var queues = new List<RecordQueue>();
        foreach (var isNested in (bool[])(plan.HasNested ? [false, true] : [false]))
        {
            foreach (var processor in processors)
            {
                queues.Add(new RecordQueue(memory.Reader(processor, isNested), (ushort)processor, QueueBytes));
            }
        }

        return [.. queues];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    RecordQueue? Refill(out LiveStep step)
    {
        var isFinal = _isDetached;
        if (_isStopped && !_isDetached)
        {
            _programs.Detach();
            _isDetached = true;
        }

        if (!_isStopped)
        {
            _pause.BeforeLook();
        }

        var taken = _merge.Refill(isFinal);
        _pause.AfterLook(taken);
        var queue = _merge.Next();
        step = queue is null && isFinal && taken == 0 ? LiveStep.Ended : LiveStep.Idle;
        return queue;
    }
}
