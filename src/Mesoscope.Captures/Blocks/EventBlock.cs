using System.Runtime.InteropServices;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Captures.Blocks;

/// <summary>
/// Event blocks: processor (16 bits), flags (32 bits, in some), then the event. Blocks of format 1 store no number of parameters.
/// Keep in sync with docs/format/scap.md.
/// </summary>
static class EventBlock
{
    /// <summary>What an event's block without flags holds besides the event.</summary>
    public const int UsualFrameBytes = BlockType.FrameBytes + 2;

    /// <summary>The shortest block of format 1.</summary>
    public const int SmallestOldBytes = UsualFrameBytes + Event.OldHeaderBytes;

    /// <summary>Where the parameter lengths begin in a block of format 1 without flags.</summary>
    public const int SmallestOldContent = BlockType.HeaderBytes + 2 + Event.OldHeaderBytes;

    /// <summary>The longest block of an event that is not large; writers never made longer ones.</summary>
    public const int LargestUsualBytes = 65536 + 8;

    /// <summary>The longest block of a large event that is read, so that a claimed length alone never fills the memory.</summary>
    public const int LargestBytes = 64 * 1024 * 1024;

    /// <summary>True for the blocks whose events store no number of parameters.</summary>
    public static bool IsOld(uint type) => type is BlockType.Event1 or BlockType.Event1Old or BlockType.EventWithFlags1;

    /// <summary>True for the blocks that may be longer than 64 KiB.</summary>
    public static bool IsLarge(uint type) => type is BlockType.Event2Large or BlockType.EventWithFlags2Large;

    /// <summary>The block of format 2 for an event.</summary>
    public static uint TypeFor(bool hasFlags, bool isLarge) => (hasFlags, isLarge) switch
    {
        (false, false) => BlockType.Event2,
        (false, true) => BlockType.Event2Large,
        (true, false) => BlockType.EventWithFlags2,
        (true, true) => BlockType.EventWithFlags2Large,
    };

    /// <summary>Bytes before the event, the block's own header included.</summary>
    public static int PrefixBytes(uint type) => type is BlockType.EventWithFlags1 or BlockType.EventWithFlags2 or BlockType.EventWithFlags2Large
        ? BlockType.HeaderBytes + 6
        : BlockType.HeaderBytes + 2;

    /// <summary>
    /// The length of an event of format 1. Two types were written with a length three bytes beyond their parameters, which has to be
    /// taken back before the parameters can be counted; the four bytes of the parameter count are not part of it yet.
    /// </summary>
    public static uint OldLength(EventType type, uint stored) =>
        type is EventType.NotificationEnter or EventType.InfrastructureEventEnter ? stored - 3 : stored;

    /// <summary>
    /// How many parameters an event of format 1 holds: the largest number up to the schema's for which lengths and parameters end
    /// exactly where the event ends.
    /// </summary>
    /// <param name="content">The event behind its header.</param>
    /// <param name="most">The schema's number of parameters.</param>
    /// <returns>-1 when no number fits.</returns>
    public static int CountOldParameters(ReadOnlySpan<byte> content, int most)
    {
        for (var count = Math.Min(most, content.Length / 2); count >= 0; count--)
        {
            var end = count * 2;
            foreach (var length in MemoryMarshal.Cast<byte, ushort>(content[..end]))
            {
                end += length;
            }

            if (end == content.Length)
            {
                return count;
            }

            // Fewer parameters can only end earlier still.
            if (end < content.Length)
            {
                return -1;
            }
        }

        return -1;
    }
}
