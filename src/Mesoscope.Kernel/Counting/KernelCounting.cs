using System.Runtime.InteropServices;
using Mesoscope.Kernel.Counting.Happenings;
using Mesoscope.Kernel.Counting.Programs;
using Mesoscope.Kernel.Counting.Queues;
using Mesoscope.Kernel.Counting.Records;
using Mesoscope.Kernel.Counting.Tables;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting;

/// <summary>
/// Counts in the kernel what processes, control groups and connections do, without an event per call. Everything is removed by
/// <see cref="Dispose"/> and when the process ends, however it ends.
/// </summary>
/// <remarks>Not safe for several threads, except <see cref="Drops"/>. Needs Linux 5.12 (on aarch64 5.18) with BTF, and CAP_BPF and CAP_PERFMON.</remarks>
public sealed class KernelCounting : IDisposable
{
    const int MaxHappenings = 100_000;

    readonly CountingPrograms _programs;
    readonly CountingOptions _options;
    readonly KernelIterator _threads;
    readonly HappeningRing _ring;
    readonly ActivityTable _activities;
    readonly HappeningReader _reader;
    readonly GrowingTable<ulong, Activity> _overflow;
    readonly GrowingTable<ErrorKey, ulong> _errorOverflow;
    readonly ConnectionTable _connections;
    readonly ListenQueues _queues;
    readonly ProgramDrops _drops;
    readonly Queue<KernelHappening> _happenings = [];
    long _droppedHappenings;

    KernelCounting(CountingPrograms programs, CountingOptions options, ControlGroupHierarchy hierarchy, CallTable calls, ulong bootToEpoch)
    {
        var names = new NameTexts();
        _programs = programs;
        _options = options;
        Hierarchy = hierarchy;
        _ring = new HappeningRing(programs.MapDescriptor("happenings"));
        _activities = new ActivityTable(names);
        _reader = new HappeningReader(calls, names, bootToEpoch);
        _overflow = new(programs.MapDescriptor("overflow"));
        _errorOverflow = new(programs.MapDescriptor("error_overflow"));
        _drops = new ProgramDrops(programs.OpenVariables(".bss"), Processors.Online()[^1] + 1);
        programs.Attach(options.MeasuresTime);
        SeesOutOfMemory = programs.TryAttach("note_victim");

        // Threads that are there already begin with nothing; sockets that listen already are looked for once.
        _threads = programs.OpenIterator("read_threads", null);
        _threads.Run((in ThreadRecord record) => _activities.Add(record));
        programs.OpenIterator("find_listeners", null).Run((in ListenerRecord _) => { });
        _connections = new ConnectionTable(programs.OpenIterator("read_connections", "connections"), programs.MapDescriptor("connections"));
        _queues = new ListenQueues(programs.OpenIterator("read_listeners", "listeners"));
    }

    /// <summary>What could not be counted or told since the start, by cause. Until <see cref="Dispose"/>.</summary>
    public CountingDrops Drops
    {
        get
        {
            var drops = _drops.Read();
            return drops with { Happenings = drops.Happenings + (ulong)Interlocked.Read(ref _droppedHappenings) };
        }
    }

    /// <summary>The hierarchy whose folders' inodes are the numbers of control groups.</summary>
    public ControlGroupHierarchy Hierarchy { get; }

    /// <summary>True when <see cref="OutOfMemoryKill"/> is told; false where the kernel has no hook for it, and <c>memory.events</c> has to be read instead.</summary>
    public bool SeesOutOfMemory { get; }

    /// <summary>Loads the programs and begins to count.</summary>
    /// <param name="options">How.</param>
    /// <exception cref="LiveCaptureException">It cannot be done on this machine or by this process.</exception>
    public static KernelCounting Open(CountingOptions options)
    {
        if (!NativeLibrary.TryLoad(LibBpf.FileName, out _))
        {
            throw new LiveCaptureException(LiveCaptureProblem.LibraryMissing, $"{LibBpf.FileName} is missing, which loads programs into the kernel; install the package libbpf1");
        }

        var now = LibC.Now(LibC.ClockBoottime);
        var bootToEpoch = LibC.Now(LibC.ClockRealtime) - now;
        var choice = HierarchyChoice.OfThisMachine();
        var perWindow = (uint)Math.Max(1, options.FailedCallsPerSecond / 4);
        var settings = new CountingSettings
        {
            BootToEpoch = bootToEpoch,
            Begin = now,
            YoungNanoseconds = (ulong)options.YoungTime.TotalNanoseconds,
            TickNanoseconds = LibC.Resolution(LibC.ClockMonotonicCoarse),
            Controller = choice.Controller,
            Hierarchy = choice.Number,
            FailuresInWindow = perWindow,
            NoiseInWindow = Math.Max(1, perWindow / 2),
            MeasuresTime = options.MeasuresTime ? 1u : 0,
            CountsConnections = options.MaxConnections > 0 ? 1u : 0,
            HasCast = KernelTypes.HasFunction("bpf_rdonly_cast") ? 1u : 0,
        };
        var calls = new CallTable(RuntimeInformation.ProcessArchitecture == Architecture.Arm64);
        var programs = CountingPrograms.Load(options, settings, calls);
        try
        {
            return new KernelCounting(programs, options, choice.Hierarchy, calls, bootToEpoch);
        }
        catch
        {
            programs.Dispose();
            throw;
        }
    }

    /// <summary>Shows what changed since the read before; the first read since <see cref="Open"/>. Meant to be called once a second.</summary>
    /// <param name="sink">Is called for each process, control group, connection and error that changed.</param>
    public void Read(ICounterSink sink)
    {
        // In this order: what a thread did until it was looked at comes before its end.
        _threads.Run((in ThreadRecord record) => _activities.Add(record));
        _ring.Drain(Take);
        _overflow.Read((group, activity) => _activities.Add(group, activity));
        _errorOverflow.Read((key, count) => _activities.AddError(key.Group, (int)key.Number, count));
        _activities.Deliver(sink);
        if (_options.MaxConnections > 0)
        {
            _queues.Forget();
            _connections.Read(_queues.IsListening, sink);
        }
    }

    /// <summary>Takes the next happening, oldest first. They come with <see cref="Read"/>; 100,000 are kept, then the oldest are dropped and counted.</summary>
    /// <param name="happening">The happening.</param>
    /// <returns>False when there is none.</returns>
    public bool TryTake(out KernelHappening happening) => _happenings.TryDequeue(out happening!);

    /// <summary>Looks at the accept queues of all listening TCP sockets of the machine, in whatever network namespace.</summary>
    /// <param name="queues">Receives them; cleared first.</param>
    public void ReadQueues(ICollection<ListenQueue> queues) => _queues.Read(queues);

    /// <summary>Detaches and unloads everything.</summary>
    public void Dispose()
    {
        _drops.Dispose();
        _ring.Dispose();
        _programs.Dispose();
    }

    void Take(ReadOnlySpan<byte> record)
    {
        switch (MemoryMarshal.Read<RecordKind>(record))
        {
            case RecordKind.Thread:
                ref readonly var thread = ref MemoryMarshal.AsRef<ThreadRecord>(record);
                _activities.Add(thread);
                if ((thread.Flags & ThreadRecord.ProcessEnded) != 0)
                {
                    Keep(_reader.Read(thread));
                }

                break;
            case RecordKind.Failure:
                Keep(_reader.Read(MemoryMarshal.AsRef<FailureRecord>(record)));
                break;
            case RecordKind.OutOfMemory:
                Keep(_reader.Read(MemoryMarshal.AsRef<VictimRecord>(record)));
                break;
        }
    }

    void Keep(KernelHappening happening)
    {
        if (_happenings.Count >= MaxHappenings)
        {
            _happenings.Dequeue();
            Interlocked.Increment(ref _droppedHappenings);
        }

        _happenings.Enqueue(happening);
    }
}
