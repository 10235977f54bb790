using Mesoscope.Clusters.Tests.Servers;
using Mesoscope.Clusters.Tests.ZooKeeper;

namespace Mesoscope.Clusters.Tests.Watch;

public sealed class ElectedMasterTests
{
    [ZooKeeperFact]
    public void Watch_ByARealZooKeeper_FollowsElectionsAndOutlivesTheServer()
    {
        using var server = new ZooKeeperServer();
        using var first = new FakeMaster("a");
        using var second = new FakeMaster("a", "b");
        using var third = new FakeMaster("a", "b", "c");
        using var others = new MasterSession(server.Servers);
        others.Make("/mesos");
        using var cluster = new WatchedCluster(server.Address("/mesos").ToString());
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.Contains("no master is running", StringComparison.Ordinal)));

        using (var session = new MasterSession(server.Servers))
        {
            session.Register("/mesos/json.info_", Node(first));
            others.Register("/mesos/json.info_", Node(second));
            cluster.WaitFor("a");
        }

        cluster.WaitFor("a b");
        server.Stop();
        second.Set("a", "b", "d");
        cluster.WaitFor("a b d");
        server.Start();
        using var last = new MasterSession(server.Servers);
        last.Register("/mesos/json.info_", Node(third));
        second.Dispose();
        others.Dispose();
        cluster.WaitFor("a b c");
    }

    static string Node(FakeMaster master) => $$$"""{"address":{"hostname":"localhost","ip":"127.0.0.1","port":{{{master.Url.Port}}}}}""";
}
