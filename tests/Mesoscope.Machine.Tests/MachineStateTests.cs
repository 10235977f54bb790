using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Testing.Events;

namespace Mesoscope.Machine.Tests;

public sealed class MachineStateTests
{
    [Fact]
    public void EndSnapshot_WithAServersConnections_TurnsThemRound()
    {
        var machine = new MachineState();
        AddServer(machine);
        machine.EndSnapshot();
        var table = machine.FindThread(5)!.Descriptors;
        Assert.Equal("10.0.0.9:5000->10.0.0.1:80", Scene.Text(table.Find(4)!.Name));
        Assert.True(table.Find(4)!.IsServer);
        Assert.Equal("10.0.0.1:6000->10.0.0.7:443", Scene.Text(table.Find(5)!.Name));
        Assert.True(table.Find(5)!.IsClient);
    }

    [Fact]
    public void Export_IntoAnotherMachine_MakesTheSame()
    {
        var scene = new Scene();
        AddServer(scene.Machine);
        scene.Machine.EndSnapshot();
        scene.Open(3, "a");
        scene.OpenSocket(8, 2);
        scene.Run(EventType.SocketConnectEnter, 8, EventBuilder.IPv4("10.0.0.7:443"));
        scene.Run(EventType.SocketConnectExit, 0, EventBuilder.IPv4("10.0.0.1:7000->10.0.0.7:443"));
        var copy = new MachineState();
        scene.Machine.Export(copy);
        Assert.Equal(scene.Machine.Threads.Count, copy.Threads.Count);
        foreach (var thread in scene.Machine.Threads.ToArray())
        {
            var other = copy.FindThread(thread.Tid)!;
            Assert.Equal(Scene.Text(thread.Comm), Scene.Text(other.Comm));
            Assert.Equal(Describe(thread.Descriptors), Describe(other.Descriptors));
        }
    }

    [Fact]
    public void AddThread_BeyondTheLimit_IsRefused()
    {
        var machine = new MachineState(new MachineLimits { Threads = 1 });
        machine.AddThread(new ThreadEntry { Tid = 1, Pid = 1 });
        machine.AddThread(new ThreadEntry { Tid = 2, Pid = 2 });
        machine.EndSnapshot();
        Assert.Equal((1, 1L), (machine.Threads.Count, machine.RefusedThreadCount));
    }

    static void AddServer(MachineState machine)
    {
        machine.AddThread(new ThreadEntry { Tid = 5, Pid = 5, Comm = Scene.Utf8("httpd") });
        machine.AddDescriptor(5, new DescriptorEntry { Number = 3, Type = DescriptorType.IPv4Server, SourceAddress = [0, 0, 0, 0], SourcePort = 80, TransportProtocol = 2 });
        machine.AddDescriptor(5, Connection(4, 80, [10, 0, 0, 9], 5000));
        machine.AddDescriptor(5, Connection(5, 6000, [10, 0, 0, 7], 443));
    }

    static DescriptorEntry Connection(long number, ushort port, byte[] peer, ushort peerPort) => new()
    {
        Number = number,
        Type = DescriptorType.IPv4Socket,
        SourceAddress = [10, 0, 0, 1],
        SourcePort = port,
        DestinationAddress = peer,
        DestinationPort = peerPort,
        TransportProtocol = 2,
    };

    static string Describe(DescriptorTable table) =>
        string.Join('\n', table.Items().Select(i => $"{i.Number} {i.Descriptor.Type} {Scene.Text(i.Descriptor.Name)} {i.Descriptor.IsServer}"));
}
