using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Heads;

namespace Mesoscope.Server.Tests.Storage;

public sealed class JournalFormatTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var spans = Spans();
        var read = JournalFormat.Read(JournalFormat.Write(spans));
        Assert.Equal(spans.Count, read.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            Assert.Equal((spans[i].Entity, spans[i].EndMilliseconds, spans[i].Seconds, spans[i].Count), (read[i].Entity, read[i].EndMilliseconds, read[i].Seconds, read[i].Count));
            Assert.Equal(spans[i].Metrics.ToArray(), read[i].Metrics.ToArray());
            Assert.Equal(spans[i].Sums.ToArray(), read[i].Sums.ToArray());
            Assert.Equal(spans[i].Minimums.ToArray(), read[i].Minimums.ToArray());
            Assert.Equal(spans[i].Maximums.ToArray(), read[i].Maximums.ToArray());
        }
    }

    [Fact]
    public void Read_CutAtEveryByte_IsRefused()
    {
        var bytes = JournalFormat.Write(Spans());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ChunkFormatException>(() => JournalFormat.Read(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Read_WithChangedBytes_ReadsOrRefuses()
    {
        var random = new Random(6);
        var bytes = JournalFormat.Write(Spans());
        for (var i = 0; i < 20_000; i++)
        {
            var changed = bytes.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                JournalFormat.Read(changed);
            }
            catch (ChunkFormatException)
            {
                // Said, not crashed.
            }
        }
    }

    static List<EntitySpan> Spans() =>
    [
        new(1, 1_700_000_010_000, 10, 10, new uint[] { 1, 20 }, new double[] { 5, 1e9f }, new float[] { 0, 1 }, new float[] { 1, 2 }),
        new(2, 1_700_000_010_000, 10, 7, new uint[] { 1, 20 }, new double[] { 6, 2 }, new float[] { 0, 1 }, new float[] { 1, 2 }),
        new(1L << 35, 1_700_000_011_000, 1, 1, new uint[] { 3 }, new double[] { 0.5 }, new float[] { 0.5f }, new float[] { 0.5f }),
    ];
}
