using Mesoscope.Events;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Rotation;

/// <summary>
/// Writes a capture to a row of files, each of which can be read alone: whenever a file begins, the caller is asked for the state
/// of the machine. Without limits it writes one file.
/// </summary>
public sealed class RotatingCaptureWriter : IDisposable
{
    const ulong NanosecondsPerSecond = 1_000_000_000;
    readonly CaptureWriterOptions _writerOptions;
    readonly RotationOptions _options;
    readonly Action<ISnapshotSink> _writeState;
    readonly FileNames _names;
    CaptureWriter? _writer;
    CaptureWriter? _untimed;
    MemoryStream? _untimedBlocks;
    long _fileTime;
    long _eventsInFile;
    long _sizeLimit;

    /// <summary>Begins the first file, unless its name depends on the time of the first event.</summary>
    /// <param name="path">The file or the beginning of the files' names.</param>
    /// <param name="writerOptions">How each file is written.</param>
    /// <param name="options">When a new file begins.</param>
    /// <param name="writeState">Delivers the machine's state of this moment, from <see cref="ISnapshotSink.BeginSection"/> to <see cref="ISnapshotSink.EndSnapshot"/>.</param>
    /// <exception cref="CaptureFileException">The file cannot be made.</exception>
    public RotatingCaptureWriter(string path, CaptureWriterOptions writerOptions, RotationOptions options, Action<ISnapshotSink> writeState)
    {
        _writerOptions = writerOptions;
        _options = options;
        _writeState = writeState;
        _names = new FileNames(path, options);
        _fileTime = options.IsLive ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() : 0;
        if (!_names.IsPatterned || options.IsLive)
        {
            BeginFile();
        }
    }

    /// <summary>The file that is being written; null before the first.</summary>
    public CaptureWriter? Current => _writer;

    /// <summary>Files begun so far.</summary>
    public int FileCount { get; private set; }

    /// <summary>Writes an event with the flags that it was read with, to a new file when a limit has been reached.</summary>
    /// <exception cref="CaptureFileException">A file cannot be made or written.</exception>
    public void Write(Event source) => Write(source, source.BlockFlags);

    /// <summary>Writes an event, to a new file when a limit has been reached.</summary>
    /// <param name="source">The event.</param>
    /// <param name="flags">What the block says of it.</param>
    /// <exception cref="CaptureFileException">A file cannot be made or written.</exception>
    public void Write(Event source, EventBlockFlags flags)
    {
        if (_writer is null && source.Timestamp == 0)
        {
            WriteUntimed(source, flags);
            return;
        }

        if (_options.IsRotating && IsLimitReached(source))
        {
            BeginFile();
        }

        _writer!.Write(source, flags);
    }

    /// <summary>Hands all that was written to the operating system.</summary>
    public void Flush() => _writer?.Flush();

    /// <summary>Writes what is left and closes the file; without any event there is a file with the state.</summary>
    public void Dispose()
    {
        if (_writer is null)
        {
            BeginFile();
        }

        _writer?.Dispose();
        _untimed?.Dispose();
    }

    bool IsLimitReached(Event source)
    {
        _eventsInFile++;
        if (_options.Seconds > 0 && IsTimeReached((long)(source.Timestamp / NanosecondsPerSecond)))
        {
            return true;
        }

        if (_options.Megabytes > 0 && _writer!.SizeForLimit > _sizeLimit)
        {
            return true;
        }

        // The event that reaches the limit is the first of the next file. A file begun by another limit does not begin the count anew.
        if (_options.Events > 0 && _eventsInFile >= _options.Events)
        {
            _eventsInFile = 0;
            return true;
        }

        return false;
    }

    bool IsTimeReached(long time)
    {
        if (_fileTime == 0)
        {
            _fileTime = time;
        }

        if (time - _fileTime < _options.Seconds)
        {
            return _writer is null;
        }

        _fileTime = time;
        return true;
    }

    void BeginFile()
    {
        _writer?.Dispose();
        var name = _names.Next(_fileTime, out var expired);
        if (expired is not null)
        {
            Remove(expired);
        }

        _writer = CaptureWriter.Create(name, _writerOptions);
        FileCount++;
        _writeState(_writer.Snapshot);

        // A state that is larger than a file may be would make a file of each event.
        var limit = _options.Megabytes * 1_000_000L;
        _sizeLimit = _writer.SizeForLimit > limit ? _writer.SizeForLimit + limit : limit;
        if (_untimedBlocks is { } early)
        {
            _untimed!.Flush();
            _writer.AppendBlocks(early.GetBuffer().AsSpan(0, (int)early.Length));
            _untimedBlocks = null;
        }
    }

    /// <summary>Events without a time (containers that were found before the first event) wait until the first file has a name.</summary>
    void WriteUntimed(Event source, EventBlockFlags flags)
    {
        _untimed ??= CaptureWriter.Create(_untimedBlocks = new MemoryStream(), "");
        _untimed.Write(source, flags);
        _eventsInFile++;
    }

    static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CaptureFiles.Describe(path, problem);
        }
    }
}
