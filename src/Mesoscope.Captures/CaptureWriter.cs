using System.Buffers.Binary;
using Mesoscope.Captures.Blocks;
using Mesoscope.Captures.Output;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures;

/// <summary>
/// Writes a capture of version 1.2 that sysdig 0.29.3 and later programs read: first the state of the machine through
/// <see cref="Snapshot"/>, then events. Not safe for several threads.
/// </summary>
public sealed class CaptureWriter : IDisposable
{
    // Compressed files get one gzip member a piece; smaller pieces would compress worse.
    const int PlainPieceBytes = 256 * 1024;
    const int CompressedPieceBytes = 1024 * 1024;

    readonly CaptureTarget _target;
    readonly CaptureWriterOptions _options;
    readonly BlockBuffer _pending;
    readonly int _pieceBytes;
    long _writtenBytes;
    long _lastBigWrite;
    bool _isDisposed;
    bool _isBroken;

    CaptureWriter(Stream stream, string name, CaptureWriterOptions options)
    {
        _options = options;
        _target = new CaptureTarget(stream, name, options.IsCompressed);
        _pieceBytes = options.IsCompressed ? CompressedPieceBytes : PlainPieceBytes;
        // With room for the event that completes a piece.
        _pending = new BlockBuffer(_pieceBytes + EventBlock.LargestUsualBytes);
        Snapshot = new SnapshotBlocks(this, options.KeepsReferenceOrder);
        Name = name;
    }

    /// <summary>The file as the user named it; <c>-</c> is standard output.</summary>
    public string Name { get; }

    /// <summary>
    /// Takes the state of the machine. <see cref="ISnapshotSink.BeginSection"/>, all entries, then <see cref="ISnapshotSink.EndSnapshot"/>,
    /// which writes; entries of the five kinds may come in any order. Without a section the entries add to the state before.
    /// </summary>
    public ISnapshotSink Snapshot { get; }

    /// <summary>Events written so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>
    /// The size that limits on files go by, in bytes: what sysdig's writer would have handed to the system by now, which lags behind
    /// by its buffer of 8 KiB. For compressed files what is really in the file, which lags behind by up to 1 MiB of events.
    /// </summary>
    public long SizeForLimit => _options.IsCompressed
        ? _target.Bytes
        : _lastBigWrite + Math.Max(0, (_writtenBytes - _lastBigWrite - 1) / BigWriteBytes * BigWriteBytes);

    const int BigWriteBytes = 8192;

    /// <summary>Makes a file, or empties an existing one.</summary>
    /// <param name="path">The file; <c>-</c> is standard output.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="CaptureFileException">The file cannot be made, or is one of those that are read.</exception>
    public static CaptureWriter Create(string path, CaptureWriterOptions options = default) =>
        new(CaptureFiles.OpenWrite(path, options.InputPaths ?? []), path, options);

    /// <summary>Writes to a stream, which the writer owns from here on.</summary>
    /// <param name="stream">Any writable stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="options">How to write.</param>
    public static CaptureWriter Create(Stream stream, string name, CaptureWriterOptions options = default) => new(stream, name, options);

    /// <summary>Writes the state of a machine in one call.</summary>
    /// <param name="machine">The machine; null when it is not known.</param>
    /// <param name="interfaces">Its network interfaces.</param>
    /// <param name="users">Its users.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="threads">Its threads; gone through once.</param>
    /// <param name="descriptors">The open descriptors by thread; gone through once, after the threads.</param>
    public void WriteStart(
        MachineEntry? machine,
        IEnumerable<InterfaceEntry> interfaces,
        IEnumerable<UserEntry> users,
        IEnumerable<GroupEntry> groups,
        IEnumerable<ThreadEntry> threads,
        IEnumerable<(long Tid, DescriptorEntry Descriptor)> descriptors)
    {
        Snapshot.BeginSection();
        if (machine is not null)
        {
            Snapshot.AddMachine(machine);
        }

        Each(interfaces, Snapshot.AddInterface);
        Each(users, Snapshot.AddUser);
        Each(groups, Snapshot.AddGroup);
        Each(threads, Snapshot.AddThread);
        Each(descriptors, entry => Snapshot.AddDescriptor(entry.Tid, entry.Descriptor));
        Snapshot.EndSnapshot();

        static void Each<T>(IEnumerable<T> entries, Action<T> add)
        {
            foreach (var entry in entries)
            {
                add(entry);
            }
        }
    }

    /// <summary>Writes an event with the flags that it was read with.</summary>
    public void Write(Event source) => Write(source, source.BlockFlags);

    /// <summary>Writes an event. One of format 1 gets its number of parameters, which that format did not store.</summary>
    /// <param name="source">The event.</param>
    /// <param name="flags">What the block says of it.</param>
    /// <exception cref="CaptureFileException">The file cannot take it; it ends with the last whole event that it took.</exception>
    public void Write(Event source, EventBlockFlags flags)
    {
        var bytes = source.Bytes;
        if (source.StoredHeaderBytes == Event.HeaderBytes)
        {
            bytes.CopyTo(BeginEvent(bytes.Length, source.Cpu, source.Type, flags));
        }
        else
        {
            var target = BeginEvent(bytes.Length + 4, source.Cpu, source.Type, flags);
            bytes[..Event.OldHeaderBytes].CopyTo(target);
            BinaryPrimitives.WriteUInt32LittleEndian(target[16..], (uint)bytes.Length + 4);
            BinaryPrimitives.WriteUInt32LittleEndian(target[Event.OldHeaderBytes..], (uint)source.StoredParameterCount);
            bytes[Event.OldHeaderBytes..].CopyTo(target[Event.HeaderBytes..]);
        }

        EndEvent();
    }

    /// <summary>Writes an event that no reader delivered, such as a container found by a scan.</summary>
    /// <param name="bytes">The event with its header of <see cref="Event.HeaderBytes"/> bytes; the length in it is set to the number of bytes.</param>
    /// <param name="cpu">The processor, from 0.</param>
    /// <param name="flags">What the block says of it.</param>
    public void Write(ReadOnlySpan<byte> bytes, ushort cpu, EventBlockFlags flags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, Event.HeaderBytes, nameof(bytes));
        var target = BeginEvent(bytes.Length, cpu, (EventType)BinaryPrimitives.ReadUInt16LittleEndian(bytes[20..]), flags);
        bytes.CopyTo(target);
        BinaryPrimitives.WriteUInt32LittleEndian(target[16..], (uint)bytes.Length);
        EndEvent();
    }

    /// <summary>Hands all that was written to the operating system.</summary>
    /// <exception cref="CaptureFileException">The file cannot take it.</exception>
    public void Flush()
    {
        if (_isBroken)
        {
            return;
        }

        try
        {
            _target.Append(_pending.Written);
        }
        catch (CaptureFileException)
        {
            // What follows a lost event must not be written behind it.
            _isBroken = true;
            throw;
        }
        finally
        {
            _pending.Clear();
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    /// <exception cref="CaptureFileException">The file cannot take the rest.</exception>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            try
            {
                Flush();
            }
            finally
            {
                _target.Dispose();
            }
        }
    }

    /// <summary>Writes the header that begins a section.</summary>
    internal void WriteSection()
    {
        _writtenBytes += SectionBlock.SmallestBytes;
        SectionBlock.Write(_pending);
    }

    /// <summary>Writes whole blocks.</summary>
    internal void AppendBlocks(ReadOnlySpan<byte> blocks)
    {
        _writtenBytes += blocks.Length;
        _pending.Bytes(blocks);
        EndBlocks();
    }

    Span<byte> BeginEvent(int eventBytes, ushort cpu, EventType type, EventBlockFlags flags)
    {
        var stored = (uint)(flags & (EventBlockFlags.StateOnly | EventBlockFlags.Tracer));
        var isLarge = (flags & EventBlockFlags.Large) != 0 || (EventSchema.IsKnown(type) && (EventSchema.Get(type).Flags & EventFlags.LargePayload) != 0);
        var blockType = EventBlock.TypeFor(stored != 0, isLarge);
        var prefix = EventBlock.PrefixBytes(blockType);
        var total = (prefix + eventBytes + 4 + 3) & ~3;
        var block = _pending.Take(total);
        BinaryPrimitives.WriteUInt32LittleEndian(block, blockType);
        BinaryPrimitives.WriteUInt32LittleEndian(block[4..], (uint)total);
        BinaryPrimitives.WriteUInt16LittleEndian(block[8..], cpu);
        if (stored != 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(block[10..], stored);
        }

        block[(prefix + eventBytes)..].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(block[(total - 4)..], (uint)total);
        if (eventBytes >= BigWriteBytes)
        {
            _lastBigWrite = _writtenBytes + prefix + eventBytes;
        }

        _writtenBytes += total;
        return block.Slice(prefix, eventBytes);
    }

    void EndEvent()
    {
        EventCount++;
        EndBlocks();
    }

    void EndBlocks()
    {
        if (_isBroken)
        {
            _pending.Clear();
        }
        else if (_options.IsUnbuffered || _pending.Count >= _pieceBytes)
        {
            Flush();
        }
    }
}
