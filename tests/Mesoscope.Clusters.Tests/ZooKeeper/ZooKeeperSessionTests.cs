using System.Text;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.ZooKeeper;

public sealed class ZooKeeperSessionTests
{
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    [ZooKeeperFact]
    public void Session_OfARealServer_ReadsNodesAndIsToldOfChanges()
    {
        using var server = new ZooKeeperServer();
        using var master = new MasterSession(server.Servers);
        using var session = ZooKeeperSession.Open(server.Address("/mesos"), s_limit, default);

        Assert.Null(session.ReadChildren("/mesos"));
        master.Make("/mesos");
        Assert.True(session.WaitForChange(s_limit, default));
        Assert.Equal([], session.ReadChildren("/mesos"));
        master.Register("/mesos/json.info_", "{\"a\":1}");
        Assert.True(session.WaitForChange(s_limit, default));

        Assert.Equal(["json.info_0000000000"], session.ReadChildren("/mesos"));
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(session.ReadData("/mesos/json.info_0000000000")!));
        Assert.Null(session.ReadData("/mesos/json.info_0000000007"));
        Assert.Empty(session.ReadData("/mesos")!);
    }

    [ZooKeeperFact]
    public void Open_OfNobody_SaysSoInTime()
    {
        var error = Assert.Throws<ZooKeeperException>(() => ZooKeeperSession.Open(ZooKeeperAddress.Parse("zk://u:geheim@127.0.0.1:1/mesos"), TimeSpan.FromMilliseconds(200), default));

        Assert.Equal("zk://127.0.0.1:1/mesos: no server answered within 0.2 s", error.Message);
    }
}
