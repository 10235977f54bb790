using Mesoscope.Events.Schema;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests;

public sealed class DamageTests
{
    static CaptureFormatException DamageOf(byte[] capture) => Assert.IsType<CaptureFormatException>(Reading.Of(capture).Damage);

    [Fact]
    public void Read_EveryPrefix_DeliversTheEventsBeforeTheCut()
    {
        var capture = SampleCapture.Build().ToArray();
        var whole = Reading.Of(capture);
        var ends = BlockEnds(capture);
        for (var count = 0; count < capture.Length; count++)
        {
            var reading = Reading.Of(capture[..count]);
            var isBetweenBlocks = count > 0 && ends.Contains(count);
            Assert.Equal(isBetweenBlocks, reading.Damage is null);
            Assert.Equal(ends.Skip(6).Count(end => end <= count), reading.Events.Count);
            Assert.Equal(whole.Events.Take(reading.Events.Count), reading.Events);
        }
    }

    [Fact]
    public void Read_EveryPrefixOfGzip_EndsWithDamageAndEventsInOrder()
    {
        var whole = Reading.Of(SampleCapture.Build().ToArray());
        var zipped = SampleCapture.Build().ToGzip();
        for (var count = 2; count < zipped.Length; count++)
        {
            var reading = Reading.Of(zipped[..count]);
            Assert.NotNull(reading.Damage);
            Assert.Equal(whole.Events.Take(reading.Events.Count), reading.Events);
        }
    }

    [Fact]
    public void Read_MutatedCaptures_NeverFailOtherwise()
    {
        var source = SampleCapture.AddRead(SampleCapture.Build().OldEvent(EventType.SyscallReadExit, 1, 1, Parameter.I64(1), [5]), 3).ToArray();
        var random = new Random(20220322);
        for (var round = 0; round < 4000; round++)
        {
            var capture = (byte[])source.Clone();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                capture[random.Next(capture.Length)] = (byte)(random.Next(4) == 0 ? 0xFF : random.Next(256));
            }

            // Any other exception than the one for damage fails the test; so does an endless loop.
            Reading.Of(capture, new CaptureReaderOptions { Salvage = round % 2 == 0, ChunkBytes = 512 });
        }
    }

    [Fact]
    public void Read_EmptyFile_IsNamed() => Assert.Equal(CaptureDamage.Empty, DamageOf([]).Reason);

    [Theory]
    [InlineData(new byte[] { (byte)'h', (byte)'i' })]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    public void Read_SomethingElse_IsNotACapture(byte[] bytes) => Assert.Equal(CaptureDamage.NotACapture, DamageOf(bytes).Reason);

    [Fact]
    public void Read_PacketFiles_AreNamed()
    {
        Assert.Equal(CaptureDamage.PacketCapture, DamageOf(new CaptureBuilder().Section(0).Block(1, new byte[8]).ToArray()).Reason);
        Assert.Equal(CaptureDamage.PacketCapture, DamageOf([0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0]).Reason);
    }

    [Fact]
    public void Read_OtherByteOrder_IsNamed()
    {
        var capture = CaptureBuilder.Start().ToArray();
        capture.AsSpan(8, 4).Reverse();
        Assert.Equal(CaptureDamage.OtherByteOrder, DamageOf(capture).Reason);
    }

    [Fact]
    public void Read_LaterMajorVersion_IsNamed()
    {
        var capture = CaptureBuilder.Start().ToArray();
        capture[12] = 2;
        var damage = DamageOf(capture);
        Assert.Equal(CaptureDamage.NewerVersion, damage.Reason);
        Assert.Contains("version 2.2", damage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x221u, 0xFFFFFFF0u, CaptureDamage.BlockTooLong)]
    [InlineData(0x221u, 60_000_000u, CaptureDamage.Truncated)]
    [InlineData(0x216u, 0xFFFFFFF0u, CaptureDamage.BlockTooLong)]
    [InlineData(0x215u, 0xFFFFFFF0u, CaptureDamage.Truncated)]
    [InlineData(0x999u, 0xFFFFFFF0u, CaptureDamage.UnknownBlock)]
    [InlineData(0x216u, 20u, CaptureDamage.BlockTooShort)]
    [InlineData(0x201u, 3u, CaptureDamage.BlockTooShort)]
    public void Read_ClaimedLength_IsNotBelieved(uint type, uint length, CaptureDamage expected)
    {
        byte[] capture = [.. new CaptureBuilder().Section().ToArray(), .. BitConverter.GetBytes(type), .. BitConverter.GetBytes(length), .. new byte[64]];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var damage = DamageOf(capture);
        Assert.Equal((expected, 28L, 0L), (damage.Reason, damage.Offset, damage.EventCount));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Read_TrailerThatDiffers_IsDamageBehindTheEventsBefore()
    {
        var builder = SampleCapture.AddRead(CaptureBuilder.Start(), 1);
        var offset = builder.Count;
        var capture = SampleCapture.AddRead(builder, 2).ToArray();
        capture[^4]++;
        var damage = DamageOf(capture);
        Assert.Equal((CaptureDamage.TrailerMismatch, (long)offset, 1L), (damage.Reason, damage.Offset, damage.EventCount));
        Assert.EndsWith($"at byte {offset}, after 1 event", damage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(200)]
    public void Read_EventLengthThatDoesNotFit_IsDamage(byte length)
    {
        var builder = CaptureBuilder.Start();
        var at = builder.Count;
        var capture = SampleCapture.AddRead(builder, 1).ToArray();
        capture[at + 10 + 16] = length;
        Assert.Equal(CaptureDamage.BadEventLength, DamageOf(capture).Reason);
    }

    [Fact]
    public void Read_GarbageBehindTheLastEvent_IsDamage() =>
        Assert.Equal(CaptureDamage.UnknownBlock, DamageOf(SampleCapture.Build().Raw([.. "garbage!!"u8]).ToArray()).Reason);

    [Fact]
    public void Read_GzipCutBetweenTwoEvents_IsDamage()
    {
        // A sync flush ends the compressed data at a byte, but does not end the member.
        var target = new MemoryStream();
        var zip = new System.IO.Compression.GZipStream(target, System.IO.Compression.CompressionLevel.Fastest);
        zip.Write(SampleCapture.Build().ToArray());
        zip.Flush();
        var reading = Reading.Of(target.ToArray());
        Assert.Equal(12, reading.Events.Count);
        Assert.Equal(CaptureDamage.BrokenCompression, reading.Damage?.Reason);
    }

    [Fact]
    public void Read_GzipWithWrongChecksum_DeliversEveryEventFirst()
    {
        var zipped = SampleCapture.Build().ToGzip();
        zipped[^6] ^= 0x55;
        var reading = Reading.Of(zipped);
        Assert.Equal(12, reading.Events.Count);
        Assert.Equal(CaptureDamage.BrokenCompression, reading.Damage?.Reason);
    }

    static List<int> BlockEnds(byte[] capture)
    {
        var ends = new List<int>();
        for (var at = 0; at < capture.Length; ends.Add(at))
        {
            at += BitConverter.ToInt32(capture, at + 4);
        }

        return ends;
    }
}
