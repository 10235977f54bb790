using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using Mesoscope.Captures.Blocks;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Captures;

// One block at a time: everything but the fast path of usual events.
public sealed partial class CaptureReader
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    BlockStep ReadBlock()
    {
        var sink = _sink ?? throw new InvalidOperationException("Read the start of the capture before its events.");
        _blockOffset = _input.Position;
        if (!_input.Ensure(BlockType.HeaderBytes))
        {
            return EndHere();
        }

        var type = _input.UInt32(0);
        var length = _input.UInt32(4);
        var kind = BlockType.KindOf(type);
        if (!_hasSection && kind != BlockKind.Section)
        {
            throw NotACapture(type);
        }

        switch (kind)
        {
            case BlockKind.Event:
                _hasStateOrEvent = true;
                EndSnapshot();
                return BlockStep.Event;
            case BlockKind.Section:
                ReadSection();
                sink.BeginSection();
                _isSnapshotOpen = true;
                return BlockStep.Block;
            case BlockKind.Unknown:
                PassUnknownBlock(type, length);
                return BlockStep.Block;
            default:
                _hasStateOrEvent = true;
                _isSnapshotOpen = true;
                ReadState(kind, type, length);
                return BlockStep.Block;
        }
    }

    BlockStep EndHere()
    {
        var left = _input.Buffer.AsSpan(_input.At, _input.End - _input.At);
        if (_input.Error is null && !_hasSection && !left.IsEmpty && !SectionBlock.TypeBytes.StartsWith(left[..Math.Min(left.Length, 4)]))
        {
            throw Damage(CaptureDamage.NotACapture, Text($"not a capture: {left.Length} bytes that do not begin like a section header"));
        }

        if (_input.Error is not null || !left.IsEmpty)
        {
            throw Truncated("inside a block's header");
        }

        if (!_hasSection)
        {
            throw Damage(CaptureDamage.Empty, "the file is empty");
        }

        EndSnapshot();
        return BlockStep.End;
    }

    void EndSnapshot()
    {
        if (_isSnapshotOpen)
        {
            _isSnapshotOpen = false;
            _sink!.EndSnapshot();
        }
    }

    void ReadState(BlockKind kind, uint type, uint length)
    {
        if (length < BlockType.FrameBytes)
        {
            throw TooShort(type, length);
        }

        _input.Skip(BlockType.HeaderBytes);
        _cursor.Begin(length - BlockType.FrameBytes);
        try
        {
            ReadEntries(kind, type);
        }
        catch (EntryException broken) when (broken.Reason == CaptureDamage.Truncated)
        {
            throw Truncated(Text($"inside a block of type 0x{type:X} and {length} bytes"));
        }
        catch (EntryException broken)
        {
            throw Damage(broken.Reason, broken.Reason == CaptureDamage.UnknownDescriptorType
                ? "a descriptor of an unknown kind and unknown length"
                : Text($"an entry of a block of type 0x{type:X} does not fit, {_cursor.Left} of {length - BlockType.FrameBytes} bytes before its end"));
        }

        ReadTrailer(type, length);
    }

    void ReadEntries(BlockKind kind, uint type)
    {
        switch (kind)
        {
            case BlockKind.Machine:
                MachineBlock.Read(_cursor, _sink!);
                break;
            case BlockKind.Processes:
                ProcessListBlock.Read(_cursor, type, _sink!);
                break;
            case BlockKind.Descriptors:
                DescriptorListBlock.Read(_cursor, type, _sink!);
                break;
            case BlockKind.Interfaces:
                InterfaceListBlock.Read(_cursor, type, _sink!);
                break;
            default:
                UserListBlock.Read(_cursor, type, _sink!);
                break;
        }
    }

    void ReadTrailer(uint type, uint length)
    {
        if (!_input.Ensure(4))
        {
            throw Truncated(Text($"inside a block of type 0x{type:X} and {length} bytes"));
        }

        var trailer = _input.UInt32(0);
        if (trailer != length)
        {
            throw Mismatch(type, length, trailer);
        }

        _input.Skip(4);
    }

    void PassUnknownBlock(uint type, uint length)
    {
        if (!_hasStateOrEvent && SectionBlock.IsPacketBlock(type))
        {
            throw Damage(CaptureDamage.PacketCapture, "a pcapng file with network packets, not a system call capture");
        }

        // Nothing but the repeated length tells an unknown block from garbage.
        var isWhole = length >= BlockType.FrameBytes && (_isSalvage
            ? length <= Salvage.BlockSearch.LargestBytes && _input.Ensure((int)length) && _input.UInt32((int)length - 4) == length && _input.Skip(length)
            : _input.Skip(length - 4) && _input.Ensure(4) && _input.UInt32(0) == length && _input.Skip(4));
        if (!isWhole)
        {
            throw _input.Error is null
                ? Damage(CaptureDamage.UnknownBlock, Text($"no block begins here (type 0x{type:X}, length {length})"))
                : Truncated("behind an unknown block");
        }

        UnknownBlockCount++;
    }

    /// <summary>Reads the event block that begins the window.</summary>
    /// <returns>False when its type is not known.</returns>
    bool ReadEvent(Event next)
    {
        var type = _input.UInt32(0);
        var length = _input.UInt32(4);
        var isOld = EventBlock.IsOld(type);
        var prefix = EventBlock.PrefixBytes(type);
        var header = isOld ? Event.OldHeaderBytes : Event.HeaderBytes;
        if (length < prefix + header + 4)
        {
            throw TooShort(type, length);
        }

        if (length > (EventBlock.IsLarge(type) ? EventBlock.LargestBytes : EventBlock.LargestUsualBytes))
        {
            throw Damage(CaptureDamage.BlockTooLong, Text($"an event block of {length} bytes is longer than events can be"));
        }

        if (!_input.Ensure((int)length))
        {
            throw Truncated(Text($"inside an event block of {length} bytes, {_input.End - _input.At} are there"));
        }

        var trailer = _input.UInt32((int)length - 4);
        if (trailer != length)
        {
            throw Mismatch(type, length, trailer);
        }

        var eventType = (EventType)BinaryPrimitives.ReadUInt16LittleEndian(_input.Buffer.AsSpan(_input.At + prefix + 20, 2));
        var isKnown = EventSchema.IsKnown(eventType);
        if (isKnown)
        {
            Attach(next, type, eventType, prefix, (int)length);
            EventCount++;
        }
        else
        {
            UnknownEventCount++;
        }

        _input.At += (int)length;
        return isKnown;
    }

    void Attach(Event next, uint type, EventType eventType, int prefix, int length)
    {
        var isOld = EventBlock.IsOld(type);
        var stored = _input.UInt32(prefix + 16);
        var eventLength = isOld ? EventBlock.OldLength(eventType, stored) : stored;
        var header = isOld ? Event.OldHeaderBytes : Event.HeaderBytes;
        if (eventLength < header || eventLength > length - prefix - 4)
        {
            throw Damage(CaptureDamage.BadEventLength, Text($"an event of {stored} bytes in a block of {length}"));
        }

        var start = _input.At + prefix;
        var count = -1;
        if (isOld)
        {
            // Old blocks hold at most the parameters that were known when format 1 ended.
            var most = EventSchema.Get(eventType).ShownParameterCount;
            count = EventBlock.CountOldParameters(_input.Buffer.AsSpan(start + header, (int)eventLength - header), most);
            if (count < 0)
            {
                throw Damage(CaptureDamage.BadParameterCount, Text($"an event of type {(int)eventType} and {eventLength} bytes, which no number of parameters explains"));
            }
        }

        // The width of the parameter lengths goes by the event's type, whatever the block's type says.
        var isWide = (EventSchema.Get(eventType).Flags & EventFlags.LargePayload) != 0;
        var flags = isWide && !isOld ? EventBlockFlags.Large : EventBlockFlags.None;
        if (prefix > BlockType.HeaderBytes + 2)
        {
            flags |= (EventBlockFlags)_input.UInt32(BlockType.HeaderBytes + 2) & (EventBlockFlags.StateOnly | EventBlockFlags.Tracer);
        }

        if (!isWide && EventBlock.OldLength(eventType, stored) == stored)
        {
            _usualTypes[(int)eventType] = (byte)(EventSchema.Get(eventType).ShownParameterCount + 1);
        }

        var cpu = (ushort)_input.UInt32(BlockType.HeaderBytes);
        next.Attach(_input.Buffer, start, (int)eventLength, cpu, flags, count);
    }

    CaptureFormatException Truncated(string where) => _input.Error switch
    {
        null => Damage(CaptureDamage.Truncated, "the file ends " + where),
        InvalidDataException broken => Damage(CaptureDamage.BrokenCompression, "the compressed data are cut or broken", broken),
        var problem => Damage(CaptureDamage.ReadError, "cannot read on: " + problem.Message, problem),
    };

    CaptureFormatException TooShort(uint type, uint length) =>
        Damage(CaptureDamage.BlockTooShort, Text($"a block of type 0x{type:X} says it has {length} bytes, too few for what it holds"));

    CaptureFormatException Mismatch(uint type, uint length, uint trailer) =>
        Damage(CaptureDamage.TrailerMismatch, Text($"a block of type 0x{type:X} begins with length {length} and ends with length {trailer}"));

    CaptureFormatException Damage(CaptureDamage reason, string text, Exception? inner = null) =>
        new(reason, _blockOffset, EventCount, text, inner);

    static string Text(DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}
