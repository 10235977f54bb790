using System.Collections.Concurrent;
using System.Threading;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.Leader;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.Leader;

public sealed class ElectionWatchTests : IDisposable
{
    readonly FakeElection _election = new();
    readonly ConcurrentQueue<string> _lines = new();
    readonly ConcurrentQueue<Uri> _announced = new();
    ElectionWatch? _watch;

    public void Dispose()
    {
        _watch?.Dispose();
        _election.Dispose();
    }

    [Fact]
    public void Current_WhenTheLeaderChanges_FollowsIt()
    {
        _election.Set("json.info_0000000001", Node("m1", 5050));
        _election.Set("json.info_0000000002", Node("m2", 5051));
        Watch("http");

        WaitFor("http://m1:5050/");
        var before = _watch!.Current;
        _election.Remove("json.info_0000000001");
        WaitFor("http://m2:5051/");

        Assert.True(before.Changed.IsCancellationRequested);
        Assert.Equal([new Uri("http://m1:5050/"), new Uri("http://m2:5051/")], _announced.Distinct());
        Assert.Empty(_lines);
    }

    [Fact]
    public void Current_WithTls_UsesTheName()
    {
        _election.Set("json.info_0000000001", """{"address":{"hostname":"m1","ip":"10.0.0.5","port":5050}}""");
        Watch("https");

        WaitFor("https://m1:5050/");
    }

    [Fact]
    public void Current_AfterALostSession_IsFollowedInAnother()
    {
        _election.Set("json.info_0000000001", Node("m1", 5050));
        Watch("http");
        WaitFor("http://m1:5050/");

        _election.Fault = new ZooKeeperException("zk://h:2181/mesos: session expired");
        _election.Set("json.info_0000000000", Node("m0", 5050));
        WaitFor("http://m0:5050/");

        Assert.Equal(2, _election.OpenCount);
        Assert.Contains(_lines, line => line.Contains("session expired", StringComparison.Ordinal));
    }

    [Fact]
    public void Current_OfAMissingPath_IsNobodyAndSaysWhy()
    {
        _election.HasPath = false;
        Watch("http");
        Assert.True(SpinWait.SpinUntil(() => _watch!.Current.Reason.Contains("no node /mesos", StringComparison.Ordinal), s_limit));
        Assert.Empty(_watch!.Current.Masters);

        _election.HasPath = true;
        _election.Set("json.info_0000000001", Node("m1", 5050));
        WaitFor("http://m1:5050/");
    }

    // Only a test that fails waits that long.
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    static string Node(string host, int port) => $"{{\"hostname\":\"{host}\",\"port\":{port}}}";

    void Watch(string scheme) => _watch = new ElectionWatch(
        ZooKeeperAddress.Parse("zk://h/mesos"), scheme, TimeSpan.FromMilliseconds(10), new FaultLog(_lines.Enqueue), _announced.Enqueue, _ => _election.Open());

    void WaitFor(string leader) =>
        Assert.True(SpinWait.SpinUntil(() => string.Join(' ', _watch!.Current.Masters) == leader, s_limit), $"leads: {string.Join(' ', _watch!.Current.Masters)}");
}
