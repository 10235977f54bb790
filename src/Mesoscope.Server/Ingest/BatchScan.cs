using Google.Protobuf;

namespace Mesoscope.Server.Ingest;

// Counts the messages in a batch before it becomes objects: two bytes of an empty message become a hundred in memory.
static class BatchScan
{
    // Field numbers whose messages hold further ones that repeat, by level: a batch's entities, sample sets, happenings, report, cluster;
    // a set's entities; and the labels and calls of all of these.
    const int Depth = 4;

    // Bytes that are no message are left to the parser, which says what is wrong with them.
    public static int CountMessages(ReadOnlySpan<byte> bytes, int limit)
    {
        var count = 0;
        Count(bytes, Depth, limit, ref count);
        return count;
    }

    static void Count(ReadOnlySpan<byte> bytes, int depth, int limit, ref int count)
    {
        while (bytes.Length > 0 && count <= limit && TryReadVarint(ref bytes, out var tag))
        {
            switch ((WireFormat.WireType)(tag & 7))
            {
                case WireFormat.WireType.Varint when TryReadVarint(ref bytes, out _):
                    break;
                case WireFormat.WireType.Fixed64 when bytes.Length >= 8:
                    bytes = bytes[8..];
                    break;
                case WireFormat.WireType.Fixed32 when bytes.Length >= 4:
                    bytes = bytes[4..];
                    break;
                case WireFormat.WireType.LengthDelimited when TryReadVarint(ref bytes, out var length) && length <= (ulong)bytes.Length:
                    // Texts and packed numbers are counted as well; as messages they make no sense and end the walk at once.
                    count++;
                    if (depth > 1)
                    {
                        Count(bytes[..(int)length], depth - 1, limit, ref count);
                    }

                    bytes = bytes[(int)length..];
                    break;
                default:
                    return;
            }
        }
    }

    static bool TryReadVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < Math.Min(10, bytes.Length); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
