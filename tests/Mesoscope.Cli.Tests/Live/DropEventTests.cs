using System.Text;
using Mesoscope.Cli.Live;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Tests.Live;

public sealed class DropEventTests
{
    [Fact]
    public void Create_Event_IsReadBack()
    {
        var bytes = DropEvent.Create(77, "5 events lost");
        var e = new Event();
        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);

        Assert.Equal((77UL, EventType.InfrastructureEventEnter, 4), (e.Timestamp, e.Type, e.ParameterCount));
        Assert.Equal("mesoscope|drop|5 events lost|", string.Join('|', Enumerable.Range(0, 4).Select(i => Encoding.UTF8.GetString(e.Text(i)))));
        Assert.False(e.IsCut);
    }
}
