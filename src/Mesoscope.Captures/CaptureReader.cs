using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Mesoscope.Captures.Blocks;
using Mesoscope.Captures.Input;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures;

/// <summary>
/// Reads a capture from front to back: first the state of the machine, then event by event, and the state again wherever another
/// section or a state block follows. Plain or gzip, any version of any block; what is not known is passed over and counted.
/// </summary>
/// <remarks>Call <see cref="ReadStart"/> once, then <see cref="ReadNext"/> until it answers false. Not safe for several threads.</remarks>
public sealed partial class CaptureReader : IDisposable
{
    readonly CaptureInput _input;
    readonly EntryCursor _cursor;
    readonly bool _isSalvage;

    // For event types whose blocks the fast path can read: one more than the parameters that format 1 knew. Filled when a type is met first.
    readonly byte[] _usualTypes = new byte[EventSchema.EventTypeCount];
    ISnapshotSink? _sink;
    long _blockOffset;
    bool _isSnapshotOpen;
    bool _hasSection;
    bool _hasStateOrEvent;

    CaptureReader(CaptureInput input, string name, CaptureReaderOptions options)
    {
        _input = input;
        _cursor = new EntryCursor(input);
        _isSalvage = options.Salvage;
        Name = name;
    }

    /// <summary>The file as the user named it; <c>-</c> is standard input.</summary>
    public string Name { get; }

    /// <summary>Events delivered so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Events passed over because their type is not in the schema.</summary>
    public long UnknownEventCount { get; private set; }

    /// <summary>Blocks passed over because their type is not known.</summary>
    public long UnknownBlockCount { get; private set; }

    /// <summary>How often the reading went on behind damage; 0 unless <see cref="CaptureReaderOptions.Salvage"/> is set.</summary>
    public long SalvageCount { get; private set; }

    /// <summary>Bytes, after decompression, passed over to go on behind damage.</summary>
    public long SalvageSkippedBytes { get; private set; }

    /// <summary>The last damage that the reading went on behind; null when there was none.</summary>
    public CaptureFormatException? LastSalvaged { get; private set; }

    /// <summary>Sections begun so far: 1 for all but concatenated captures.</summary>
    public int SectionCount { get; private set; }

    /// <summary>Minor version of the section that is being read; the major version is always 1.</summary>
    public int MinorVersion { get; private set; }

    /// <summary>True when the file is gzip.</summary>
    public bool IsCompressed => _input.IsCompressed;

    /// <summary>Bytes read so far, after decompression.</summary>
    public long Position => _input.Position;

    /// <summary>Bytes of the file, as stored; -1 when they cannot be known, as for a pipe.</summary>
    public long StoredLength => _input.StoredLength;

    /// <summary>Bytes of the file, as stored, used up so far; for progress. Compressed files advance in steps.</summary>
    public long StoredPosition => _input.IsCompressed ? _input.StoredPosition : _input.Position;

    /// <summary>Opens a capture.</summary>
    /// <param name="path">The file; <c>-</c> is standard input.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="CaptureFileException">The file cannot be opened.</exception>
    public static CaptureReader Open(string path, CaptureReaderOptions options = default) =>
        Open(CaptureFiles.OpenRead(path), path, options);

    /// <summary>Reads a capture from a stream, which the reader owns from here on.</summary>
    /// <param name="stream">Any readable stream; one that can seek gives progress.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="CaptureFileException">The first bytes cannot be read.</exception>
    public static CaptureReader Open(Stream stream, string name, CaptureReaderOptions options = default)
    {
        try
        {
            return new CaptureReader(new CaptureInput(CaptureSource.Open(stream), options.ChunkBytes), name, options);
        }
        catch (IOException problem)
        {
            stream.Dispose();
            throw CaptureFiles.Describe(name, problem);
        }
    }

    /// <summary>Delivers the state blocks before the first event.</summary>
    /// <param name="sink">Receives them, and those that follow between events.</param>
    /// <exception cref="CaptureFormatException">The file is no capture, or is damaged before its first event.</exception>
    public void ReadStart(ISnapshotSink sink)
    {
        _sink = sink;
        while (true)
        {
            try
            {
                while (ReadBlock() == BlockStep.Block)
                {
                }

                break;
            }
            catch (CaptureFormatException damage) when (_isSalvage && FindNextBlock(damage))
            {
            }
        }

        EndSnapshot();
    }

    /// <summary>Points <paramref name="next"/> at the next event; its bytes are valid until the following call.</summary>
    /// <returns>False at the end of the capture.</returns>
    /// <exception cref="CaptureFormatException">The capture is damaged here. Every event before has been delivered.</exception>
    public bool ReadNext(Event next)
    {
        while (true)
        {
            if (ReadUsual(next))
            {
                return true;
            }

            try
            {
                var step = ReadBlock();
                if (step == BlockStep.End)
                {
                    return false;
                }

                if (step == BlockStep.Event && ReadEvent(next))
                {
                    return true;
                }
            }
            catch (CaptureFormatException damage) when (_isSalvage && FindNextBlock(damage))
            {
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _input.Dispose();

    /// <summary>The way of nearly every event: an ordinary block, wholly in the window, of a type that was met before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool ReadUsual(Event next)
    {
        var input = _input;
        var at = input.At;
        var buffer = input.Buffer;
        var window = buffer.AsSpan(at, input.End - at);
        if (window.Length < EventBlock.SmallestOldBytes)
        {
            return false;
        }

        var blockType = BinaryPrimitives.ReadUInt32LittleEndian(window);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(window[4..]);
        if (length - EventBlock.SmallestOldBytes > EventBlock.LargestUsualBytes - EventBlock.SmallestOldBytes
            || length > (uint)window.Length
            || BinaryPrimitives.ReadUInt32LittleEndian(window.Slice((int)length - 4, 4)) != length)
        {
            return false;
        }

        var cpu = BinaryPrimitives.ReadUInt16LittleEndian(window[8..]);
        var eventLength = BinaryPrimitives.ReadUInt32LittleEndian(window[26..]);
        var type = BinaryPrimitives.ReadUInt16LittleEndian(window[30..]);
        var usual = _usualTypes;
        if (type >= (uint)usual.Length || usual[type] == 0)
        {
            return false;
        }

        var count = -1;
        if (blockType == BlockType.Event2)
        {
            if (eventLength < Event.HeaderBytes || eventLength > length - EventBlock.UsualFrameBytes)
            {
                return false;
            }
        }
        else if (blockType != BlockType.Event1
            || eventLength < Event.OldHeaderBytes
            || eventLength > length - EventBlock.UsualFrameBytes
            || (count = EventBlock.CountOldParameters(window[EventBlock.SmallestOldContent..((int)eventLength + 10)], usual[type] - 1)) < 0)
        {
            return false;
        }

        input.At = at + (int)length;
        EventCount++;
        next.Attach(buffer, at + 10, (int)eventLength, cpu, EventBlockFlags.None, count);
        return true;
    }
}
