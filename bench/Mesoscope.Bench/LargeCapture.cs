using System.Buffers.Binary;
using System.IO.Compression;

namespace Mesoscope.Bench;

/// <summary>Makes a large capture out of a small one, block by block, without knowing what is in the blocks but the time.</summary>
static class LargeCapture
{
    const int MinBlockBytes = 12;
    const ulong GapNanoseconds = 1_000_000;

    /// <summary>Writes the state blocks once and the events as often as the size wants it.</summary>
    /// <param name="source">A capture, plain or gzip.</param>
    /// <param name="bytes">How large at least.</param>
    /// <param name="target">The file to write.</param>
    /// <returns>How many events it holds.</returns>
    public static long Write(string source, long bytes, string target)
    {
        var data = ReadAll(source);
        var events = new List<(int Start, int Length, int TimeOffset)>();
        using var output = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        for (var at = 0; at + MinBlockBytes <= data.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at + 4));
            if (length < MinBlockBytes || length > data.Length - at)
            {
                break;
            }

            var timeOffset = TimeOffset(BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at)));
            if (timeOffset > 0 && timeOffset + 8 <= length)
            {
                events.Add((at, length, timeOffset));
            }
            else
            {
                output.Write(data, at, length);
            }

            at += length;
        }

        return Repeat(data, events, bytes, output);
    }

    static long Repeat(byte[] data, List<(int Start, int Length, int TimeOffset)> events, long bytes, FileStream output)
    {
        var times = events.Select(e => Time(data, e.Start + e.TimeOffset)).ToArray();
        var known = times.Where(t => t != 0);
        var step = known.Max() - known.Min() + GapNanoseconds;
        var count = 0L;
        for (var round = 0UL; output.Position < bytes; round++)
        {
            for (var i = 0; i < events.Count; i++)
            {
                var (start, length, timeOffset) = events[i];
                BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(start + timeOffset), times[i] == 0 ? 0 : times[i] + round * step);
                output.Write(data, start, length);
            }

            count += events.Count;
        }

        return count;
    }

    // Where an event block keeps its event's time: behind type, length and processor, and flags where it has them.
    static int TimeOffset(uint blockType) => blockType switch
    {
        0x204 or 0x216 or 0x221 => 10,
        0x208 or 0x217 or 0x222 => 14,
        _ => 0,
    };

    static ulong Time(byte[] data, int at) => BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(at));

    static byte[] ReadAll(string path)
    {
        using var file = File.OpenRead(path);
        using var all = new MemoryStream();
        var isGzip = file.ReadByte() == 0x1F;
        file.Position = 0;
        using Stream content = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        content.CopyTo(all);
        return all.ToArray();
    }
}
