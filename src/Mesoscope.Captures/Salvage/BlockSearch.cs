using System.Buffers.Binary;
using Mesoscope.Captures.Blocks;
using Mesoscope.Captures.Input;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Captures.Salvage;

/// <summary>Finds the next block in damaged bytes: a known type, a sane length that is repeated at its end, for events a sane header.</summary>
static class BlockSearch
{
    /// <summary>The longest block that is believed in damaged bytes; it has to be in memory to be checked.</summary>
    public const int LargestBytes = 16 * 1024 * 1024;

    /// <summary>Moves the window to the next plausible block.</summary>
    /// <returns>Bytes passed over; when no block follows, all that were left.</returns>
    public static long MoveToNext(CaptureInput input)
    {
        var start = input.Position;
        while (input.Skip(1) && input.Ensure(BlockType.HeaderBytes))
        {
            if (IsPlausible(input))
            {
                return input.Position - start;
            }
        }

        input.Skip(input.End - input.At);
        return input.Position - start;
    }

    static bool IsPlausible(CaptureInput input)
    {
        var type = input.UInt32(0);
        var kind = BlockType.KindOf(type);
        if (kind == BlockKind.Unknown)
        {
            return false;
        }

        var length = input.UInt32(4);
        var largest = kind == BlockKind.Event && !EventBlock.IsLarge(type) ? EventBlock.LargestUsualBytes : LargestBytes;
        return length >= BlockType.FrameBytes
            && length <= largest
            && input.Ensure((int)length)
            && input.UInt32((int)length - 4) == length
            && (kind != BlockKind.Event || IsPlausibleEvent(input, type, (int)length));
    }

    static bool IsPlausibleEvent(CaptureInput input, uint type, int length)
    {
        var prefix = EventBlock.PrefixBytes(type);
        var header = EventBlock.IsOld(type) ? Event.OldHeaderBytes : Event.HeaderBytes;
        if (length < prefix + header + 4)
        {
            return false;
        }

        var eventLength = input.UInt32(prefix + 16);
        var eventType = (EventType)BinaryPrimitives.ReadUInt16LittleEndian(input.Buffer.AsSpan(input.At + prefix + 20, 2));
        return eventLength >= header && eventLength <= length - prefix - 4 + 3 && EventSchema.IsKnown(eventType);
    }
}
