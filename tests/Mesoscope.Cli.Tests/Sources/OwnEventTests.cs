using Mesoscope.Cli.Sources;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Tests.Sources;

public sealed class OwnEventTests
{
    [Fact]
    public void Create_OfTexts_MakesAnEventThatHoldsThem()
    {
        var bytes = OwnEvent.Create(7, EventType.InfrastructureEventEnter, "a"u8.ToArray(), [], Enumerable.Repeat((byte)'x', OwnEvent.MaxText).ToArray());
        var e = new Event();
        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);

        Assert.Equal((7UL, EventType.InfrastructureEventEnter), (e.Timestamp, e.Type));
        Assert.Equal("a", System.Text.Encoding.UTF8.GetString(e.Text(0)));
        Assert.True(e.Text(1).IsEmpty);
        Assert.Equal(OwnEvent.MaxText, e.Text(2).Length);
    }

    [Fact]
    public void Create_OfATextThatDoesNotFit_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OwnEvent.Create(7, EventType.MesosEnter, new byte[OwnEvent.MaxText + 1]));
}
