using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Mesoscope.Kernel.Counting;
using Mesoscope.Kernel.Counting.Ports;

namespace Mesoscope.Kernel.Tests.Counting.Ports;

public sealed class PortHoldersTests
{
    [Fact]
    public void Find_ForAListener_NamesItsProcess()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var end = (IPEndPoint)listener.LocalEndpoint;
        using var client = new TcpClient();
        client.Connect(end);

        var holders = PortHolders.Find(TransportProtocol.Tcp, end.Port, 0).Where(h => h.ProcessId == Environment.ProcessId).ToList();
        Assert.Equal((end, true), (holders[0].Local, holders[0].IsListening));
        Assert.All(holders.Skip(1), h => Assert.False(h.IsListening));
        Assert.DoesNotContain(PortHolders.Find(TransportProtocol.Udp, end.Port, 0), h => h.ProcessId == Environment.ProcessId);
    }

    [Fact]
    public void Find_ForUdp_NamesItsProcess()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        var end = (IPEndPoint)socket.Client.LocalEndPoint!;

        var holder = Assert.Single(PortHolders.Find(TransportProtocol.Udp, end.Port, 0), h => h.Local.Equals(end));
        Assert.Equal((Environment.ProcessId, false), (holder.ProcessId, holder.IsListening));
    }

    [Fact]
    public void Find_WhenNobodyHoldsIt_IsEmpty()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        Assert.Empty(PortHolders.Find(TransportProtocol.Tcp, port, 0));
        Assert.Empty(PortHolders.Find(TransportProtocol.Tcp, port, ulong.MaxValue));
    }

    [CountingFact]
    public void Find_InAnotherNetworkNamespace_NamesItsProcess()
    {
        const int Port = 6379;
        var program = new CallProgram();
        var listener = program.Call(CallProgram.Socket, 2, 1, 0);
        program.Call(CallProgram.Bind, listener, CallProgram.Address(program.Bytes([2, 0, Port >> 8, Port & 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])), 16);
        program.Call(CallProgram.Listen, listener, 8);
        program.Call(CallProgram.Read, 0, CallProgram.Address(program.Room(8)), 1);
        var folder = Directory.CreateTempSubdirectory("counting");
        using var process = Process.Start(new ProcessStartInfo("unshare", ["--net", program.Save(folder.FullName)]) { RedirectStandardInput = true })!;
        try
        {
            process.StandardInput.BaseStream.WriteByte(1);
            process.StandardInput.BaseStream.Flush();
            Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{process.Id}/net/tcp").Contains($":{Port:X4} 00000000:0000 0A", StringComparison.Ordinal), 10_000));
            var link = File.ResolveLinkTarget($"/proc/{process.Id}/ns/net", returnFinalTarget: false)!.Name;
            var inode = ulong.Parse(link["net:[".Length..^1], System.Globalization.CultureInfo.InvariantCulture);

            var holder = Assert.Single(PortHolders.Find(TransportProtocol.Tcp, Port, inode));
            Assert.Equal((process.Id, new IPEndPoint(IPAddress.Any, Port), true), (holder.ProcessId, holder.Local, holder.IsListening));
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
            folder.Delete(recursive: true);
        }
    }
}
