using Mesoscope.Events.Snapshot;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests.Blocks;

public sealed class StateListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_Interfaces_TakesEveryLayout(int version)
    {
        var reading = Reading.Of(new CaptureBuilder().Section().Interfaces(version, SampleCapture.Interfaces).ToArray());
        Assert.Null(reading.Damage);
        Assert.Equal(["eth0"u8.ToArray(), "lo"u8.ToArray()], reading.State.Interfaces.Select(i => i.Name));
        Assert.Equal(1000ul, reading.State.Interfaces[0].LinkSpeed);
        Assert.Equal(SampleCapture.Interfaces[0].Broadcast, reading.State.Interfaces[0].Broadcast);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_Users_TakesUsersAndGroups(int version)
    {
        var reading = Reading.Of(new CaptureBuilder().Section().Users(version, [SampleCapture.User], SampleCapture.Group).ToArray());
        Assert.Equal("/bin/sh"u8.ToArray(), Assert.Single(reading.State.Users).Shell);
        Assert.Equal(1001u, reading.State.Groups[0].Gid);
        Assert.Equal("staff"u8.ToArray(), reading.State.Groups[0].Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_Descriptors_TakesEveryKind(int version)
    {
        var reading = Reading.Of(new CaptureBuilder().Section().Processes(9, SampleCapture.Thread).Descriptors(version, 101, SampleCapture.Descriptors).ToArray());
        Assert.Null(reading.Damage);
        var expected = new SnapshotRecorder();
        foreach (var descriptor in SampleCapture.Descriptors)
        {
            expected.AddDescriptor(101, descriptor);
        }

        // The device came with lengths of entries.
        var lines = expected.Lines.Select(l => version == 1 ? l.Replace("Device=2051", "Device=0", StringComparison.Ordinal) : l);
        Assert.Equal(lines, reading.State.Lines.Where(l => l.StartsWith("thread", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_DescriptorOfALaterKind_KeepsItsNumberAndGoesOn()
    {
        var reading = Reading.Of(new CaptureBuilder().Section().Descriptors(
            2,
            101,
            new DescriptorEntry { Number = 1, Type = (DescriptorType)99, Name = "x"u8.ToArray() },
            new DescriptorEntry { Number = 2, Type = DescriptorType.PidFd, Name = "y"u8.ToArray() }).ToArray());
        Assert.Equal([DescriptorType.Unsupported, DescriptorType.PidFd], reading.State.Descriptors.Select(d => d.Entry.Type));
        Assert.Equal("unknown-type:[99]"u8.ToArray(), reading.State.Descriptors[0].Entry.Name);
    }

    [Fact]
    public void Read_DescriptorOfALaterKindWithoutLength_IsDamage()
    {
        var reading = Reading.Of(new CaptureBuilder().Section().Descriptors(1, 101, new DescriptorEntry { Type = (DescriptorType)99 }).ToArray());
        Assert.Equal(CaptureDamage.UnknownDescriptorType, reading.Damage?.Reason);
    }
}
