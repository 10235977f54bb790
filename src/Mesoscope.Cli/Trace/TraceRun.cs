using System.Globalization;
using Mesoscope.Captures;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Live;
using Mesoscope.Cli.Naming;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Recording;
using Mesoscope.Cli.Sources;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Machine.Network;

namespace Mesoscope.Cli.Trace;

/// <summary>The loop of <c>trace</c>: events from one capture after the other, through the machine's state, to what is asked for.</summary>
sealed class TraceRun
{
    const ulong NanosecondsPerSecond = 1_000_000_000;

    readonly TraceOptions _options;
    readonly IEventFilter? _filter;
    readonly EventPrinter? _printer;
    readonly SummaryTable? _summary;
    readonly ProgressLine? _progress;
    readonly CaptureOutput? _recording;
    readonly ClusterNaming? _naming;
    readonly Suppression? _suppression;
    readonly StopSignals _stop;
    readonly ulong _maxNanoseconds;

    /// <summary>A run over the captures of a command line.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="filter">Decides early which events are wanted; null for all.</param>
    /// <param name="printer">Prints events; null for none.</param>
    /// <param name="summary">Counts events; null for no table.</param>
    /// <param name="recording">Writes events; null for none.</param>
    /// <param name="naming">Gives the names of a cluster; null for none but recorded ones.</param>
    /// <param name="stop">Asks the run to end.</param>
    public TraceRun(
        TraceOptions options, IEventFilter? filter, EventPrinter? printer, SummaryTable? summary, CaptureOutput? recording, ClusterNaming? naming, StopSignals stop)
    {
        _naming = naming;
        _options = options;
        _filter = filter;
        _printer = printer;
        _summary = summary;
        _recording = recording;
        _stop = stop;
        _progress = ShowsProgress(options) ? new ProgressLine() : null;
        _suppression = options.SuppressedComms.Count > 0 ? new Suppression(options.SuppressedComms) : null;
        _maxNanoseconds = (ulong)options.MaxSeconds * NanosecondsPerSecond;
    }

    /// <summary>Reads one capture to its end, or to the end that the options set.</summary>
    /// <exception cref="CaptureFileException">It cannot be opened, or is damaged; all events before the damage have been handled.</exception>
    /// <exception cref="OutputClosedException">Nothing more can be printed.</exception>
    public void RunCapture(string path)
    {
        var startTicks = Environment.TickCount64;
        using var reader = CaptureReader.Open(path, new CaptureReaderOptions { Salvage = _options.Salvages });
        var count = 0UL;
        try
        {
            count = RunNamed(new CaptureFileSource(reader, _progress, _stop));
        }
        catch (CaptureFormatException e)
        {
            throw new CaptureFileException(CaptureFileProblem.Other, path, $"{path}: {e.Message}", e);
        }
        finally
        {
            if (_progress is not null)
            {
                ProgressLine.Complete();
            }
        }

        Report(reader, count, (Environment.TickCount64 - startTicks) / 1000.0);
    }

    /// <summary>Handles what happens on this machine until the run is asked to end, or has reached what the options set.</summary>
    /// <exception cref="OutputClosedException">Nothing more can be printed.</exception>
    public void RunLive(LiveFeed feed)
    {
        var startTicks = Environment.TickCount64;
        var count = RunNamed(new LiveSource(feed));
        if (_options.IsVerbose)
        {
            ReportSpeed(count, (Environment.TickCount64 - startTicks) / 1000.0);
            ErrorOutput.Write(DropReport.Describe(feed.Drops) + "\n");
        }
    }

    // The loop is compiled for each kind of source, so that runs without a cluster do not pay for one.
    ulong RunNamed<TSource>(TSource source)
        where TSource : IEventSource => _naming is null ? Run(source) : Run(new NamedSource<TSource>(source, _naming));

    /// <summary>Handles the events of a source to its end, or to the end that the options set.</summary>
    /// <returns>How many events were shown.</returns>
    /// <exception cref="OutputClosedException">Nothing more can be printed.</exception>
    public ulong Run<TSource>(TSource source)
        where TSource : IEventSource
    {
        var machine = new MachineState(_options.Limits)
        {
            PortStyle = new PortStyle(_options.ResolvesPorts),
            ProcessReader = source.ProcessReader,
        };
        var context = new EventContext(machine);
        var engine = new StateEngine(machine, context, new StateEngineOptions
        {
            ShowsInternalEvents = _options.IsDebug,
            IsWriting = _recording is not null,
        });
        source.Begin(machine);
        ISnapshotSink sink = _recording is null ? machine : _recording.Watch(machine);
        source.ReadStart(_options.ExcludesUsers ? new UserlessSink(sink) : sink);
        _recording?.Begin(context);
        try
        {
            return ProcessEvents(source, context, engine);
        }
        finally
        {
            ReportRefused(source.Name, machine);
        }
    }

    /// <summary>Writing a file shows nothing else, so a person who waits for it sees how far it is.</summary>
    static bool ShowsProgress(TraceOptions options) =>
        options.ShowsProgress || (options.Output is not null && Descriptor.IsTerminal(Descriptor.Error));

    ulong ProcessEvents<TSource>(TSource source, EventContext context, StateEngine engine)
        where TSource : IEventSource
    {
        var e = context.Event;
        var count = 0UL;
        var startTime = source.StartTime;
        while (count != _options.MaxEvents)
        {
            var step = source.ReadNext(e);
            if (step != SourceStep.Event)
            {
                if (step == SourceStep.Ended || !Pause(startTime))
                {
                    break;
                }

                continue;
            }

            if (_suppression is not null && _suppression.Covers(e))
            {
                continue;
            }

            _recording?.Watch(e);
            var isShown = engine.Process(_filter);
            _recording?.Write(e.Type, isShown);
            if (!isShown)
            {
                continue;
            }

            if (startTime == 0)
            {
                startTime = e.Timestamp;
            }
            else if (_maxNanoseconds > 0 && e.Timestamp - startTime >= _maxNanoseconds)
            {
                break;
            }

            count++;
            _naming?.Count(context);
            _summary?.Add(e);
            if (_printer is not null && (_options.IsDebug || (e.Info.Category & EventCategory.Internal) == 0))
            {
                _printer.Print(context);
            }
        }

        return count;
    }

    // Who looks at a live run shall see each line at once, and a quiet machine must not make it longer than was asked for.
    bool Pause(ulong startTime)
    {
        _printer?.ShowLines();
        _recording?.Flush();
        return _maxNanoseconds == 0 || startTime == 0 || MachineClock.Nanoseconds - startTime < _maxNanoseconds;
    }

    // Whatever names are missing for it must not look like names that never were.
    static void ReportRefused(string name, MachineState machine)
    {
        if (machine.RefusedThreadCount + machine.RefusedDescriptorCount + machine.Containers.RefusedCount > 0)
        {
            ErrorOutput.WriteMessage(string.Create(CultureInfo.InvariantCulture,
                $"{name}: the tables were full for {machine.RefusedThreadCount} threads (--max-threads={machine.Limits.Threads}), {machine.RefusedDescriptorCount} descriptors (--max-fds={machine.Limits.DescriptorsPerProcess}) and {machine.Containers.RefusedCount} containers (--max-containers={machine.Limits.Containers}); their names are missing above"));
        }
    }

    void Report(CaptureReader reader, ulong count, double seconds)
    {
        if (reader.SalvageCount > 0)
        {
            ErrorOutput.WriteMessage(string.Create(CultureInfo.InvariantCulture,
                $"{reader.Name}: went on behind damage {reader.SalvageCount} times, {reader.SalvageSkippedBytes} bytes left out; last: {reader.LastSalvaged?.Message}"));
        }

        if (_options.IsVerbose)
        {
            ReportSpeed(count, seconds);
            if (reader.UnknownEventCount + reader.UnknownBlockCount > 0)
            {
                ErrorOutput.Write(string.Create(CultureInfo.InvariantCulture,
                    $"Passed over: {reader.UnknownEventCount} events and {reader.UnknownBlockCount} blocks of unknown types\n"));
            }
        }
    }

    static void ReportSpeed(ulong count, double seconds) => ErrorOutput.Write(string.Create(CultureInfo.InvariantCulture,
        $"Elapsed time: {seconds:0.000}, Captured Events: {count}, {count / Math.Max(seconds, 1e-9):0.00} eps\n"));
}
