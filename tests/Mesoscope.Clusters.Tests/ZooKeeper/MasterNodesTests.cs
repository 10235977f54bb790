using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Tests.ZooKeeper;

public sealed class MasterNodesTests
{
    [Theory]
    [InlineData("json.info_0000000012 json.info_0000000002 log_replicas", "json.info_0000000002")]
    [InlineData("info_0000000001 json.info_0000000002", "info_0000000001")]
    [InlineData("json.info_ info_x json.info_-1 log_replicas", null)]
    [InlineData("", null)]
    public void FindLeader_AmongNodes_TakesTheLowestNumber(string names, string? expected) =>
        Assert.Equal(expected, MasterNodes.FindLeader(names.Split(' ')));
}
