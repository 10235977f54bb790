using System.Runtime.InteropServices;
using Mesoscope.Server.Storage.Chunks;

namespace Mesoscope.Server.Storage.Heads;

// Samples as the bytes of a journal's row:
//   edition (a byte), lists of metrics (a count; each: a count and its numbers), spans (a count)
//   each span: entity, end, seconds, count, index of its list, sums, minimums, maximums (floats, in the list's order)
static class JournalFormat
{
    const byte Edition = 1;
    const int MaxSpans = 1 << 24;

    public static byte[] Write(IReadOnlyList<EntitySpan> spans)
    {
        var output = new ByteWriter();
        output.WriteByte(Edition);
        var lists = new MetricLists();
        var indices = new Dictionary<uint[], int>(ReferenceEqualityComparer.Instance);
        var listOfSpan = new int[spans.Count];
        for (var i = 0; i < spans.Count; i++)
        {
            var list = lists.Share(spans[i].Metrics.Span);
            listOfSpan[i] = indices.TryGetValue(list, out var known) ? known : indices[list] = indices.Count;
        }

        output.WriteVarint((ulong)indices.Count);
        foreach (var (list, _) in indices.OrderBy(l => l.Value))
        {
            output.WriteVarint((ulong)list.Length);
            foreach (var metric in list)
            {
                output.WriteVarint(metric);
            }
        }

        output.WriteVarint((ulong)spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            WriteSpan(output, spans[i], listOfSpan[i]);
        }

        return output.Written.ToArray();
    }

    public static List<EntitySpan> Read(ReadOnlySpan<byte> bytes)
    {
        var input = new ByteReader(bytes);
        var edition = input.ReadByte();
        if (edition != Edition)
        {
            throw new ChunkFormatException(0, $"a journal of edition {edition}, {Edition} is known");
        }

        var lists = new uint[input.ReadCount(input.Left, "lists of metrics")][];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = new uint[input.ReadCount(Math.Min(input.Left, ChunkFormat.MaxMetrics), "metrics")];
            foreach (ref var metric in lists[i].AsSpan())
            {
                metric = (uint)input.ReadVarint();
            }
        }

        var count = input.ReadCount(Math.Min(input.Left, MaxSpans), "spans");
        var spans = new List<EntitySpan>(count);
        for (var i = 0; i < count; i++)
        {
            spans.Add(ReadSpan(ref input, lists));
        }

        return input.Left == 0 ? spans : throw new ChunkFormatException(input.Offset, $"{input.Left} bytes behind the last span");
    }

    static void WriteSpan(ByteWriter output, in EntitySpan span, int list)
    {
        output.WriteVarint((ulong)span.Entity);
        output.WriteInt64(span.EndMilliseconds);
        output.WriteVarint(span.Seconds);
        output.WriteVarint(span.Count);
        output.WriteVarint((ulong)list);
        foreach (var sum in span.Sums.Span)
        {
            output.WriteUInt32(BitConverter.SingleToUInt32Bits((float)sum));
        }

        output.WriteBytes(MemoryMarshal.AsBytes(span.Minimums.Span));
        output.WriteBytes(MemoryMarshal.AsBytes(span.Maximums.Span));
    }

    static EntitySpan ReadSpan(ref ByteReader input, uint[][] lists)
    {
        var entity = (long)input.ReadVarint();
        var end = input.ReadInt64();
        var seconds = (uint)input.ReadCount(10, "seconds of a span");
        var count = (uint)input.ReadCount(10, "seconds measured");
        var list = lists[input.ReadCount(lists.Length - 1, "as index of a list")];
        var sums = new double[list.Length];
        foreach (ref var sum in sums.AsSpan())
        {
            sum = BitConverter.UInt32BitsToSingle(input.ReadUInt32());
        }

        var minimums = MemoryMarshal.Cast<byte, float>(input.Take(4 * list.Length)).ToArray();
        var maximums = MemoryMarshal.Cast<byte, float>(input.Take(4 * list.Length)).ToArray();
        return new EntitySpan(entity, end, seconds, count, list, sums, minimums, maximums);
    }
}
