using Mesoscope.Captures;
using Mesoscope.Captures.Rotation;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Recording;

/// <summary>
/// Writes what <c>-w</c> asks for: the state of the machine, then the events that passed the filter and, with <c>-F</c>, hidden, those
/// that the state needs. Several captures become sections of one file.
/// </summary>
sealed class CaptureOutput(TraceOptions options, IEventFilter? filter) : IDisposable
{
    readonly MetadataHistory _metadata = new();
    readonly Event _original = new();
    RotatingCaptureWriter? _writer;
    SnapshotRecord? _start;
    EventContext? _context;
    bool _isInStart;

    /// <summary>Gets ready for a capture: what the reader's sink has to be, so that its first state can be written.</summary>
    public SnapshotRecord Watch(ISnapshotSink machine) => _start = new SnapshotRecord(machine);

    /// <summary>Writes the first state of a capture.</summary>
    /// <param name="context">The machine with its first state complete.</param>
    /// <exception cref="CaptureFileException">The file cannot be made.</exception>
    public void Begin(EventContext context)
    {
        _context = context;
        _isInStart = true;
        _start!.Completed = WriteAddedState;
        if (_writer is not null)
        {
            WriteAddedState();
            return;
        }

        var writerOptions = new CaptureWriterOptions
        {
            IsCompressed = options.Compresses,
            IsUnbuffered = options.IsUnbuffered,
            InputPaths = options.Inputs,
            KeepsReferenceOrder = options.IsLive,
        };
        var rotation = new RotationOptions
        {
            Megabytes = options.FileMegabytes,
            Seconds = options.FileSeconds,
            Events = (long)Math.Min(options.FileEvents, long.MaxValue),
            Files = options.FileLimit,
            IsLive = options.IsLive,
        };
        _writer = new RotatingCaptureWriter(options.Output!, writerOptions, rotation, WriteState);
    }

    /// <summary>Looks at an event before the state engine, which may put another one in its place.</summary>
    public void Watch(Event e) =>
        _original.Attach(e.Buffer, e.Offset, e.Length, e.Cpu, e.BlockFlags, MetadataHistory.ParameterCountOf(e));

    /// <summary>Writes the event that was looked at last, if it belongs into the file.</summary>
    /// <param name="type">The type of the event after the state engine; another than before when it was a tracer.</param>
    /// <param name="isShown">Whether it passed the filter.</param>
    /// <exception cref="CaptureFileException">The file cannot take it.</exception>
    public void Write(EventType type, bool isShown)
    {
        var original = _original;
        var isContainer = MetadataHistory.IsContainer(original.Type);
        _isInStart &= isContainer;
        var flags = original.BlockFlags | (type != original.Type ? EventBlockFlags.Tracer : EventBlockFlags.None);
        var isHidden = (flags & EventBlockFlags.StateOnly) != 0;
        if (!isShown && !_isInStart && !isHidden && (original.Info.Category & EventCategory.Internal) == 0)
        {
            // Nothing else in the file of a live run would tell of a container that came later.
            if (!(options.IsLive && isContainer) && (!options.IsFatFile || (original.Info.Flags & EventFlags.ModifiesState) == 0))
            {
                _metadata.Add(original, _context!.Machine.Containers);
                return;
            }

            flags |= EventBlockFlags.StateOnly;
        }

        if (_isInStart && _writer!.Current is { } file)
        {
            // Part of the state at the file's head: counts for no limit.
            file.Write(original, flags);
        }
        else
        {
            _writer!.Write(original, flags);
        }

        _metadata.Add(original, _context!.Machine.Containers);
    }

    /// <summary>Hands all events so far to the operating system, unless the file is compressed, which small pieces would make large.</summary>
    /// <exception cref="CaptureFileException">The file cannot take it.</exception>
    public void Flush()
    {
        if (!options.Compresses)
        {
            _writer?.Flush();
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose() => _writer?.Dispose();

    /// <summary>Another section, or more state between events: goes into the file at hand as it came.</summary>
    void WriteAddedState()
    {
        if (_writer!.Current is { } file)
        {
            _isInStart = true;
            ReplayStart(file.Snapshot);
        }
    }

    void ReplayStart(ISnapshotSink sink) => _start!.Replay(sink, options.FiltersProcessList && filter is not null ? Wants : null);

    /// <summary>What a new file begins with: the capture's own first state, or later the state of the moment.</summary>
    void WriteState(ISnapshotSink sink)
    {
        if (_isInStart)
        {
            ReplayStart(sink);
            return;
        }

        _context!.Machine.Export(sink);
        foreach (var e in _metadata.Events)
        {
            _writer!.Current!.Write(e);
        }
    }

    bool Wants(long tid) => ThreadFilter.Matches(filter!, _context!.Machine, tid);
}
