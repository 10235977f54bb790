using System.Text;
using Mesoscope.Clusters.Model;
using Mesoscope.DemoCluster;

namespace Mesoscope.Clusters.Tests.Watch;

// The demo cluster speaks as real masters and Marathons do.
public sealed class DemoClusterTests
{
    [Theory]
    [InlineData("0.24.0")]
    [InlineData("0.28.0")]
    [InlineData("1.0.0")]
    [InlineData("1.11.0")]
    public void Watch_OfAStandbyOfEachVersion_FindsLeaderAndMarathons(string version)
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { MesosVersion = Version.Parse(version) });
        var standby = demo.MasterAddresses.First(master => master != demo.LeaderAddress);
        // With a long interval servers may take their time.
        using var cluster = new WatchedCluster(standby.AbsoluteUri, static options => options with { Interval = TimeSpan.FromMinutes(1) });

        cluster.WaitUntil(() => HasAppsOf(cluster, "marathon") && HasAppsOf(cluster, "marathon-user") && cluster.Names.Pods.Count > 0);

        Assert.True(cluster.Names.Tasks.Count > 10);
        Assert.Empty(cluster.Lines);
    }

    [Fact]
    public async Task WaitForFirstAsync_OfACluster_HasAllNames()
    {
        using var demo = DemoClusterHost.Start();
        using var cluster = new WatchedCluster(demo.MasterAddresses[0].AbsoluteUri);

        Assert.True(await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2)));

        Assert.True(HasAppsOf(cluster, "marathon") && HasAppsOf(cluster, "marathon-user"));
    }

    [Fact]
    public void Watch_WithANamedMarathon_LooksForNoOthers()
    {
        using var demo = DemoClusterHost.Start();
        using var cluster = new WatchedCluster($"{demo.MasterAddresses[0]}, {demo.MarathonAddresses[1]}");

        cluster.WaitUntil(() => HasAppsOf(cluster, "marathon-user"));

        Assert.False(HasAppsOf(cluster, "marathon"));
    }

    [Fact]
    public async Task Watch_HealthCheckThatFailsAndSucceeds_TellsBoth()
    {
        using var demo = DemoClusterHost.Start();
        using var cluster = new WatchedCluster(demo.MasterAddresses[0].AbsoluteUri);
        cluster.WaitUntil(() => cluster.Names.Tasks.Any(IsWeb));
        var task = cluster.Names.Tasks.First(IsWeb);
        Assert.Null(cluster.Names.FindHealth(task));
        foreach (var isHealthy in new[] { false, true })
        {
            await demo.CommandAsync($"{(isHealthy ? "healthy" : "unhealthy")}?task={Encoding.UTF8.GetString(task.Id)}");
            // By the master's word and by Marathon's.
            cluster.WaitUntil(() => cluster.Names.FindTask(task.Id)?.IsHealthy == isHealthy && cluster.Names.FindTaskDetails(task)?.IsHealthy == isHealthy);
            Assert.Equal(isHealthy, cluster.Names.FindHealth(cluster.Names.FindTask(task.Id)!));
        }
    }

    static bool IsWeb(ClusterTask task) => task.State == TaskState.Running && task.Name.AsSpan().SequenceEqual("web.shop"u8);

    static bool HasAppsOf(WatchedCluster cluster, string framework)
    {
        var ids = cluster.Names.Frameworks.Where(f => Encoding.UTF8.GetString(f.Name) == framework).Select(f => Convert.ToHexString(f.Id)).ToHashSet();
        return cluster.Names.Apps.Any(app => ids.Contains(Convert.ToHexString(app.FrameworkId)));
    }
}
