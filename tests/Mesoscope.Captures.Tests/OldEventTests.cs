using Mesoscope.Events.Schema;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Captures.Tests;

public sealed class OldEventTests
{
    [Fact]
    public void ReadNext_EventOfFormat1_FindsItsParameters()
    {
        var reading = Reading.Of(CaptureBuilder.Start().OldEvent(EventType.SyscallReadExit, 5, 1, Parameter.I64(2), [7, 8]).ToArray());
        Assert.Equal("5 1 SyscallReadExit cpu 0 None [0200000000000000 0708]", Assert.Single(reading.Events));
    }

    [Fact]
    public void ReadNext_EventOfFormat1WithFewerParameters_FindsThose()
    {
        var reading = Reading.Of(CaptureBuilder.Start().OldEvent(EventType.SyscallReadExit, 5, 1, Parameter.I64(2)).OldEvent(EventType.SyscallReadExit, 6, 1).ToArray());
        Assert.Equal(["5 1 SyscallReadExit cpu 0 None [0200000000000000]", "6 1 SyscallReadExit cpu 0 None []"], reading.Events);
    }

    [Fact]
    public void ReadNext_NotificationOfFormat1_ForgivesItsWrongLength()
    {
        // The length in such events counts three bytes that are not there.
        var capture = CaptureBuilder.Start().OldEvent(EventType.NotificationEnter, 5, 1, Parameter.Text("id"), Parameter.Text("what"));
        var bytes = capture.ToArray();
        var at = capture.Count - BitConverter.ToInt32(bytes, capture.Count - 4);
        bytes[at + 10 + 16] += 3;
        var reading = Reading.Of(bytes);
        Assert.Null(reading.Damage);
        Assert.Equal("5 1 NotificationEnter cpu 0 None [696400 7768617400]", Assert.Single(reading.Events));
    }

    [Fact]
    public void ReadNext_EventOfFormat1ThatNoCountExplains_IsDamage()
    {
        var builder = CaptureBuilder.Start().OldEvent(EventType.SyscallReadExit, 5, 1, Parameter.I64(2), [7, 8]);
        var bytes = builder.ToArray();
        var at = builder.Count - BitConverter.ToInt32(bytes, builder.Count - 4);
        bytes[at + 10 + 22]--;
        Assert.Equal(CaptureDamage.BadParameterCount, Reading.Of(bytes).Damage?.Reason);
    }
}
