using System.Text;
using Mesoscope.DemoCluster;

namespace Mesoscope.Clusters.Tests.Watch;

// Faults of servers that else behave as real ones: the last good names stay, and new ones come when the fault is over.
public sealed class DemoFaultTests
{
    const string NewApp = "/late/app";

    public static TheoryData<string> Kinds => ["503", "401", "404", "hang", "slow", "endless", "garbage", "half", "cut", "wrong-types", "empty", "redirect-loop", "reset"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Watch_OfABrokenMaster_KeepsNamesAndFindsNewOnesLater(string kind)
    {
        // Of a version without streams, so that the fault hits the next question.
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Masters = 1, MesosVersion = new Version(0, 28) });
        using var cluster = Watch(demo);
        await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2));
        var before = cluster.TaskIds;

        await demo.CommandAsync($"break?node=master-0&fault={kind}");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.StartsWith("master: ", StringComparison.Ordinal)));
        Assert.Equal(before, cluster.TaskIds);
        await demo.CommandAsync($"deploy?app={NewApp}");
        await demo.CommandAsync("heal");

        WaitForNewApp(cluster);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Watch_OfABrokenMarathon_KeepsAllNamesAndFindsNewOnesLater(string kind)
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Masters = 1, Marathons = 1 });
        using var cluster = Watch(demo);
        await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2));
        var before = cluster.Names.Apps.Count;

        await demo.CommandAsync($"break?node=marathon-0&fault={kind}");
        await demo.CommandAsync($"deploy?app={NewApp}");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.StartsWith("Marathon ", StringComparison.Ordinal)));
        Assert.True(cluster.Names.Apps.Count >= before);
        Assert.DoesNotContain(cluster.Lines, line => line.StartsWith("master: ", StringComparison.Ordinal));
        await demo.CommandAsync("heal");

        WaitForNewApp(cluster);
    }

    [Theory]
    [InlineData("elect?master=1")]
    [InlineData("fail-over?recovery=0")]
    [InlineData("no-leader", "elect?master=2")]
    [InlineData("kill-master", "elect?master=2")]
    [InlineData("kill-master?master=0", "kill-master?master=1", "kill-master?master=2", "start-master?master=1")]
    public async Task Watch_WhenTheLeaderChanges_FollowsIt(params string[] commands)
    {
        using var demo = DemoClusterHost.Start();
        using var cluster = Watch(demo);
        await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2));

        foreach (var command in commands)
        {
            await demo.CommandAsync(command);
        }

        await demo.CommandAsync($"deploy?app={NewApp}");
        WaitForNewApp(cluster);
    }

    // Asking once an hour would not do: the new leader's stream is what tells.
    [Fact]
    public async Task Watch_WhenNobodyLedForAWhile_HasTheStreamOfTheNewLeader()
    {
        using var demo = DemoClusterHost.Start();
        using var cluster = new WatchedCluster(string.Join(';', demo.MasterAddresses), static options => options with { Interval = TimeSpan.FromHours(1) });
        await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2));

        await demo.CommandAsync("no-leader");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.Contains("knows no leader", StringComparison.Ordinal)));
        await demo.CommandAsync("elect?master=2");
        await demo.CommandAsync($"deploy?app={NewApp}");

        WaitForNewApp(cluster);
    }

    [Fact]
    public async Task Watch_OfARestartedMasterThatKnowsNoTasks_KeepsTheirNames()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Masters = 1 });
        using var cluster = Watch(demo);
        await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2));
        var before = cluster.TaskIds;

        await demo.CommandAsync("restart-master?recovery=600");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.Contains("works again", StringComparison.Ordinal)));

        Assert.Equal(before, cluster.TaskIds);
        await demo.CommandAsync("end-recovery");
        await demo.CommandAsync($"deploy?app={NewApp}");
        WaitForNewApp(cluster);
    }

    [Fact]
    public async Task Watch_OfAMarathonThatDiedAndCameBack_FindsItsNewApps()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Masters = 1, Marathons = 1 });
        using var cluster = Watch(demo);
        await cluster.Watch.WaitForFirstAsync(TimeSpan.FromMinutes(2));

        await demo.CommandAsync("kill-marathon");
        cluster.WaitUntil(() => cluster.Lines.Any(line => line.StartsWith("Marathon ", StringComparison.Ordinal)));
        await demo.CommandAsync("start-marathon");
        await demo.CommandAsync($"deploy?app={NewApp}");

        WaitForNewApp(cluster);
    }

    static WatchedCluster Watch(DemoClusterHost demo) => new(string.Join(';', demo.MasterAddresses));

    static void WaitForNewApp(WatchedCluster cluster) => cluster.WaitUntil(() => cluster.Names.Tasks.Any(task =>
        cluster.Names.FindApp(task) is { } app && Encoding.UTF8.GetString(app.Id) == NewApp));
}
