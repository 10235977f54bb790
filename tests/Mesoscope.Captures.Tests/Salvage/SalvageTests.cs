using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests.Salvage;

public sealed class SalvageTests
{
    static readonly CaptureReaderOptions s_salvage = new() { Salvage = true };

    static byte[] Events(int first, int count) =>
        Enumerable.Range(first, count).Aggregate(new CaptureBuilder(), SampleCapture.AddRead).ToArray();

    [Fact]
    public void Read_GarbageBetweenEvents_GoesOnBehindIt()
    {
        var reading = Reading.Of([.. CaptureBuilder.Start().ToArray(), .. Events(0, 3), .. "some garbage"u8, .. Events(3, 4)], s_salvage);
        Assert.Null(reading.Damage);
        Assert.Equal(7, reading.Events.Count);
        Assert.Equal((1, 12), (reading.Reader.SalvageCount, reading.Reader.SalvageSkippedBytes));
        Assert.Equal((CaptureDamage.UnknownBlock, 3), (reading.Reader.LastSalvaged!.Reason, reading.Reader.LastSalvaged.EventCount));
    }

    [Theory]
    [InlineData(4, 0xFF)]
    [InlineData(5, 0x7F)]
    [InlineData(26, 0xFF)]
    public void Read_OneBrokenHeader_LosesOneEvent(int offset, byte value)
    {
        var start = CaptureBuilder.Start().ToArray();
        var broken = Events(1, 1);
        broken[offset] = value;
        var reading = Reading.Of([.. start, .. Events(0, 1), .. broken, .. Events(2, 3)], s_salvage);
        Assert.Equal(4, reading.Events.Count);
        Assert.Equal(broken.Length, reading.Reader.SalvageSkippedBytes);
    }

    [Fact]
    public void Read_LostStart_ReadsWhatFollows()
    {
        var reading = Reading.Of([.. new byte[50], .. Events(0, 2)], s_salvage);
        Assert.Equal(2, reading.Events.Count);
        Assert.Equal(1, reading.State.SectionCount);
    }

    [Fact]
    public void Read_CutFile_EndsWithoutDamage()
    {
        var capture = SampleCapture.Build().ToArray();
        var reading = Reading.Of(capture[..^3], s_salvage);
        Assert.Null(reading.Damage);
        Assert.Equal(11, reading.Events.Count);
    }

    [Fact]
    public void Read_BrokenEntryOfAStateBlock_GoesOnWithTheEvents()
    {
        var capture = SampleCapture.Build().ToArray();
        var processes = new CaptureBuilder().Section().Machine("host").Interfaces(2, SampleCapture.Interfaces).Users(2, [SampleCapture.User], SampleCapture.Group).Count;
        capture[processes + 8] = 1;
        var reading = Reading.Of(capture, s_salvage);
        Assert.Empty(reading.State.Threads);
        Assert.Equal(8, reading.State.Descriptors.Count);
        Assert.Equal(12, reading.Events.Count);
    }

    [Fact]
    public void Read_PacketFile_IsStillRefused() =>
        Assert.Equal(CaptureDamage.PacketCapture, Reading.Of(new CaptureBuilder().Section(0).Block(1, new byte[8]).ToArray(), s_salvage).Damage?.Reason);
}
