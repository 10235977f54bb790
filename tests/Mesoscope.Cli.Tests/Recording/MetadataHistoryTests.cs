using System.Text;
using Mesoscope.Cli.Recording;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Testing.Events;

namespace Mesoscope.Cli.Tests.Recording;

public class MetadataHistoryTests
{
    readonly ContainerTable _containers = new MachineState().Containers;

    [Fact]
    public void Add_ContainerTwice_KeepsItOnce()
    {
        var history = new MetadataHistory();

        Add(history, EventType.ContainerJsonEnter, "{\"container\":{\"id\":\"a\"}}");
        Add(history, EventType.ContainerJsonEnter, "{\"container\":{\"id\":\"a\"}}");
        Add(history, EventType.ContainerJsonEnter, "{\"container\":{\"id\":\"b\"}}");

        Assert.Equal(2, history.Events.Count());
    }

    [Fact]
    public void Add_MesosDocuments_KeepsTheLastOfEachKindBehindContainers()
    {
        var history = new MetadataHistory();

        Add(history, EventType.MesosEnter, "{\"mesos_state\":{\"frameworks\":[]}}");
        Add(history, EventType.MesosEnter, "{\"marathon_apps\":{}}");
        Add(history, EventType.MesosEnter, "{\"mesos_state\":{\"frameworks\":[1]}}");
        Add(history, EventType.ContainerJsonEnter, "{}");

        Assert.Equal(["{}", "{\"mesos_state\":{\"frameworks\":[1]}}", "{\"marathon_apps\":{}}"], history.Events.Select(e => Encoding.UTF8.GetString(e.Text(0))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no document")]
    [InlineData("\"half")]
    public void Add_MesosTextThatIsNoDocument_IsLeftOut(string text)
    {
        var history = new MetadataHistory();

        Add(history, EventType.MesosEnter, text);

        Assert.Empty(history.Events);
    }

    [Fact]
    public void Add_OtherEvents_AreLeftOut()
    {
        var history = new MetadataHistory();

        Add(history, EventType.SyscallReadExit, 3L, "data");

        Assert.Empty(history.Events);
    }

    [Fact]
    public void Add_MoreThanThereIsRoomFor_ForgetsTheContainersThatTheMachineForgot()
    {
        var history = new MetadataHistory();
        _containers.Add(new ContainerInfo { Id = "c7"u8.ToArray() });
        for (var i = 0; i <= MetadataHistory.MaxEvents; i++)
        {
            Add(history, EventType.ContainerJsonEnter, $"{{\"container\":{{\"id\":\"c{i}\"}}}}");
        }

        Assert.Equal(
            ["{\"container\":{\"id\":\"c7\"}}", $"{{\"container\":{{\"id\":\"c{MetadataHistory.MaxEvents}\"}}}}"],
            history.Events.Select(e => Encoding.UTF8.GetString(e.Text(0))));
    }

    void Add(MetadataHistory history, EventType type, params object[] values)
    {
        var bytes = EventBuilder.Bytes(type, 1, 0, values);
        var e = new Event();
        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
        history.Add(e, _containers);
    }
}
