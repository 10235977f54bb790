using System.Net;
using System.Net.Sockets;
using System.Text;
using Mesoscope.Agent.Masters;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.DemoCluster;

namespace Mesoscope.Agent.Tests.Masters;

public sealed class MasterFinderTests
{
    // A port that no program takes by itself.
    const int Nobody = 1;

    [Fact]
    public async Task AskAsync_MasterOnItsPort_FindsIt()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var finder = new MasterFinder(cluster.MasterAddresses[0].Port, Nobody);
        var found = (await finder.AskAsync(CancellationToken.None))!;
        Assert.Equal((cluster.MasterAddresses[0].Port, false), (Assert.Single(found.Addresses.Masters).Url.Port, found.IsAnnounced));
        Assert.Contains("master on this node", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_MarathonOnItsPort_FindsItsMaster()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        using var finder = new MasterFinder(Nobody, cluster.MarathonAddresses[0].Port);
        var found = (await finder.AskAsync(CancellationToken.None))!;
        Assert.Contains(Assert.Single(found.Addresses.Masters).Url.Port, cluster.MasterAddresses.Select(static address => address.Port));
        Assert.True(found.IsAnnounced);
    }

    [Theory]
    [InlineData("""{"frameworkId":"F","marathon_config":{"master":"zk://10.0.0.1:2181,10.0.0.2:2181/mesos"}}""", "zk://10.0.0.1:2181,10.0.0.2:2181/mesos")]
    [InlineData("""{"frameworkId":"F","marathon_config":{"master":"10.0.0.5:5050"}}""", "http://10.0.0.5:5050/")]
    [InlineData("""{"frameworkId":"F","marathon_config":{"master":"ftp://10.0.0.5"}}""", null)]
    [InlineData("""{"frameworkId":"F","marathon_config":{"master":7}}""", null)]
    [InlineData("""{"frameworkId":"F","marathon_config":[]}""", null)]
    [InlineData("""{"marathon_config":{"master":"10.0.0.5:5050"}}""", null)]
    [InlineData("""{"version":"1.0"}""", null)]
    [InlineData("[]", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public async Task AskAsync_AnythingOnMarathonsPort_TakesMarathonsAlone(string answer, string? expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAsync(listener, answer);
        using var finder = new MasterFinder(Nobody, ((IPEndPoint)listener.LocalEndpoint).Port);
        var found = await finder.AskAsync(CancellationToken.None);
        await answering;
        Assert.Equal(expected, found is null ? null : found.Addresses.ZooKeeper?.ToString() ?? found.Addresses.Masters[0].ToString());
    }

    [Theory]
    [InlineData("mesos-master --port=5051 --ip=10.0.0.7", "http://10.0.0.7:5051/")]
    [InlineData("mesos-master --ip 0.0.0.0 --work_dir=/x", "http://127.0.0.1:5050/")]
    public void FindProcess_ProcessOfAMaster_TakesItsOptions(string line, string expected)
    {
        var processes = new[] { new ProcessEntry(7, 1) { Name = "sleep" }, new ProcessEntry(8, 1) { Name = "mesos-master" } };
        var found = MasterFinder.FindProcess(processes, id => id == 8 ? line : "")!;
        Assert.Equal(expected, Assert.Single(found.Addresses.Masters).ToString());
        Assert.Null(MasterFinder.FindProcess(processes[..1], static _ => ""));
    }

    static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[4096], 16);
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
    }
}
