using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.ZooKeeper;

// Runs where ZooKeeper's server and its C library are installed.
[AttributeUsage(AttributeTargets.Method)]
public sealed class ZooKeeperFactAttribute : FactAttribute
{
    public ZooKeeperFactAttribute()
    {
        if (!LibZooKeeper.IsPresent || !File.Exists(ZooKeeperServer.Java) || !File.Exists(ZooKeeperServer.Jar))
        {
            Skip = "ZooKeeper is not installed: apt-get install zookeeper libzookeeper-mt2";
        }
    }
}
