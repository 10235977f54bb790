using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Interop;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Sources;
using Mesoscope.Containers;
using Mesoscope.Events;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Filters.Splitting;

namespace Mesoscope.Cli.Live;

/// <summary>
/// The events of this machine, from the moment it is opened: those of the kernel, and between them what this program has to say of lost
/// ones. Lets a command run once the first state is known, and ends when it and all that descends from it have ended.
/// </summary>
sealed class LiveFeed : IDisposable
{
    /// <summary>How long events may come without a pause in which lines are handed on.</summary>
    const long MillisecondsBetweenPauses = 100;

    /// <summary>The clock is looked at every so many events.</summary>
    const int EventsPerLook = 1024;

    /// <summary>Of the thread that reads, from setpriority(2): about nine times the share of an ordinary thread.</summary>
    const int ReaderNiceness = -10;

    /// <summary>How often it is looked whether threads whose end was lost are still there.</summary>
    const long MillisecondsBetweenSearches = 1_000;

    readonly LiveCapture _capture;
    readonly StopSignals _stop;
    readonly StartedCommand? _command;
    readonly ContainerFeed _containers;
    readonly DropReport _report = new();
    readonly bool _isVerbose;
    GoneThreads? _gone;
    string? _loss;
    ulong _lastTime;
    long _nextPause;
    long _nextSearch;
    long _nextStep;
    int _eventsToLook = EventsPerLook;
    bool _isPauseDue;
    bool _isStopping;

    LiveFeed(LiveCapture capture, ContainerFeed containers, ulong startTime, StopSignals stop, StartedCommand? command, bool isVerbose)
    {
        _isVerbose = isVerbose;
        _capture = capture;
        _containers = containers;
        StartTime = startTime;
        _stop = stop;
        _command = command;
        Followed = command is null ? null : new FollowedThreads([command.Pid]);
    }

    /// <summary>From when on the run counts, nanoseconds since 1970.</summary>
    public ulong StartTime { get; }

    /// <summary>The command's threads and those of its descendants; null without a command.</summary>
    public FollowedThreads? Followed { get; }

    /// <summary>What was lost so far.</summary>
    public LiveDrops Drops => _capture.Drops;

    /// <summary>The command's exit status; 0 while it runs and without one.</summary>
    public int CommandStatus => _command?.Status ?? 0;

    /// <summary>Begins to capture, with the command, if there is one, stopped.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="part">What the kernel decides.</param>
    /// <param name="stop">Asks to end.</param>
    /// <exception cref="LiveCaptureException">This machine or user cannot.</exception>
    /// <exception cref="UsageException">The command cannot be started.</exception>
    public static LiveFeed Open(TraceOptions options, KernelPart part, StopSignals stop)
    {
        const int Mebibyte = 1024 * 1024;
        var live = options.Live;
        var startTime = MachineClock.Nanoseconds;
        var command = live.Command.Count > 0 ? StartedCommand.Start(live.Command) : null;
        try
        {
            var capture = LiveCapture.Open(new LiveOptions
            {
                BufferBytes = live.BufferMebibytes * Mebibyte,
                PayloadBytes = Math.Min(live.PayloadBytes, LiveOptions.MaxPayloadBytes),
                PageFaults = live.CapturesPageFaults,
                IncludesOwnEvents = live.CapturesOwnEvents,
                Filter = KernelFilters.Of(part, command is null ? null : [command.Pid]),
            });

            // On a machine that has too much to do, what it does is lost unless its reader comes in time.
            _ = Libc.SetPriority(0, 0, ReaderNiceness);
            var containers = new ContainerFeed(new ContainerWatch(), TimeSpan.FromMilliseconds(live.HoldMilliseconds), TimeProvider.System);
            return new LiveFeed(capture, containers, startTime, stop, command, options.IsVerbose);
        }
        catch
        {
            command?.EndUnlessContinued();
            throw;
        }
    }

    /// <summary>Begins to ask about the containers of a machine, and to look whether its threads are still there.</summary>
    public void Begin(MachineState machine)
    {
        _containers.Begin(machine);
        _gone = new GoneThreads(machine, _capture.Scan.HasThread);
    }

    /// <summary>Delivers the state of the machine. The command runs from the next pause on.</summary>
    public void ReadStart(ISnapshotSink sink)
    {
        var report = _capture.ReadStart(sink);
        _containers.WaitForStart();
        if (_isVerbose)
        {
            ErrorOutput.Write(StartText.Describe(_capture.Hooks, _capture.HookRefusal, report) + "\n");
        }
    }

    /// <summary>Reads a process that no event told of, if it is still there.</summary>
    public void ReadProcess(long tid, ISnapshotSink sink) => _capture.Scan.ReadProcess(tid, sink);

    /// <summary>Points <paramref name="next"/> at the next event.</summary>
    public SourceStep ReadNext(Event next)
    {
        if (_isPauseDue)
        {
            return Pause();
        }

        if (_loss is not null)
        {
            AttachLoss(next);
            return SourceStep.Event;
        }

        if (_containers.TryTake(next, Math.Max(_lastTime, StartTime)))
        {
            return SourceStep.Event;
        }

        switch (_capture.ReadNext(next))
        {
            case LiveStep.Event:
                if (--_eventsToLook <= 0)
                {
                    LookAtClock();
                }

                _lastTime = next.Timestamp;
                Followed?.Watch(next);
                if (_containers.TryHold(next))
                {
                    _containers.TryTake(next, Math.Max(_lastTime, StartTime));
                }

                return SourceStep.Event;
            case LiveStep.Ended:
                return _report.Complete(_capture.Drops) is { } loss ? SayLoss(loss) : SourceStep.Ended;
            default:
                return Pause();
        }
    }

    /// <summary>Ends the capture, and a command that never ran.</summary>
    public void Dispose()
    {
        _containers.Dispose();
        _capture.Dispose();
        _command?.EndUnlessContinued();
    }

    void LookAtClock()
    {
        _eventsToLook = EventsPerLook;
        _isPauseDue = Environment.TickCount64 >= _nextPause;
    }

    SourceStep Pause()
    {
        _isPauseDue = false;
        _nextPause = Environment.TickCount64 + MillisecondsBetweenPauses;
        _command?.ContinueOnce();
        LookForThreads();
        _loss ??= _report.Update(_capture.Drops);
        if (!_isStopping && (_stop.IsRequested || HasCommandEnded()))
        {
            // What happened until now is still to be delivered.
            _isStopping = true;
            _capture.Stop();
        }

        return SourceStep.Idle;
    }

    void LookForThreads()
    {
        if (Environment.TickCount64 >= _nextStep)
        {
            _nextStep = Environment.TickCount64 + MillisecondsBetweenPauses;
            _gone?.Step(_capture.Now);
        }
    }

    bool HasCommandEnded()
    {
        if (_command is null || !_command.HasEnded())
        {
            return false;
        }

        if (Followed!.IsEmpty)
        {
            return true;
        }

        if (Environment.TickCount64 < _nextSearch)
        {
            return false;
        }

        _nextSearch = Environment.TickCount64 + MillisecondsBetweenSearches;
        return Followed.AreGone(static tid => Directory.Exists($"/proc/{tid}"));
    }

    SourceStep SayLoss(string loss)
    {
        _loss = loss;
        return SourceStep.Idle;
    }

    void AttachLoss(Event next)
    {
        var bytes = DropEvent.Create(Math.Max(_lastTime, StartTime), _loss!);
        _loss = null;
        next.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
    }
}
