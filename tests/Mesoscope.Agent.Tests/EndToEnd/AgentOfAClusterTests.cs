using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Watch;
using Mesoscope.DemoCluster;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.EndToEnd;

public sealed class AgentOfAClusterTests
{
    [Fact]
    public async Task RunAsync_ClusterWithMasters_TellsItsTasksAndWhatHappensToThem()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        await using var agent = await RunningAgent.StartAsync(options => options with { Cluster = Ask(cluster.MasterAddresses) });
        // The master may answer before the Marathons do: then apps come with a later report, of what changed.
        var batches = await agent.Server.WaitAsync(static batches =>
            Reports(batches).Any(static report => report.HasAllTasks && report.Tasks.Count > 5) && Reports(batches).Any(AnyApp));
        var first = Reports(batches).First(static report => report.HasAllTasks);
        Assert.NotEmpty(first.ClusterId);
        var task = Reports(batches).SelectMany(static report => report.Tasks).Last(static task => RunningAgent.Label(task.Labels, LabelNames.AppName).Length > 0);
        Assert.Equal(task.TaskId, RunningAgent.Label(task.Labels, LabelNames.TaskId));
        Assert.Equal("TASK_RUNNING", task.State);
        Assert.NotEmpty(task.ContainerIds);
        Assert.NotEmpty(task.HostName);
        Assert.NotEmpty(RunningAgent.Label(task.Labels, LabelNames.FrameworkName));
        Assert.StartsWith("/", RunningAgent.Label(task.Labels, LabelNames.GroupName), StringComparison.Ordinal);

        await cluster.CommandAsync("deploy?app=/shop/new&instances=2&label=team:blue");
        batches = await agent.Server.WaitAsync(static batches => Happenings(batches, HappeningKinds.DeploymentSucceeded).Count > 0 && NewTasks(batches).Count(IsBlue) >= 2);
        Assert.Contains(Happenings(batches, HappeningKinds.DeploymentSucceeded), static h => RunningAgent.Label(h.Labels, LabelNames.AppName) == "/shop/new");
        Assert.Contains(Happenings(batches, HappeningKinds.DeploymentStarted), static h => RunningAgent.Label(h.Labels, LabelNames.AppName) == "/shop/new");
        Assert.Contains(Happenings(batches, HappeningKinds.TaskState), static h => RunningAgent.Label(h.Labels, LabelNames.AppName) == "/shop/new" || h.Text.Contains("new.shop", StringComparison.Ordinal));
        Assert.All(NewTasks(batches), static task => Assert.True(IsBlue(task)));
        // What did not change is not told again.
        Assert.True(Reports(batches).Count(static report => report.HasAllTasks) <= 2);
    }

    [Fact]
    public async Task RunAsync_StandbyWithoutFollowing_TellsNothing()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions());
        var standby = cluster.MasterAddresses.First(address => address != cluster.LeaderAddress);
        await using var agent = await RunningAgent.StartAsync(options => options with { Cluster = Ask([standby]) with { FollowsLeader = false } });
        await agent.Server.WaitAsync(_ => agent.Lines.Any(static line => line.Contains("does not lead", StringComparison.Ordinal)));
        Assert.Empty(Reports(agent.Server.Batches));
    }

    static WatchOptions Ask(IEnumerable<Uri> masters)
    {
        var addresses = new ClusterAddresses();
        foreach (var master in masters)
        {
            addresses.AddMaster(master.AbsoluteUri);
        }

        return new WatchOptions { Addresses = addresses };
    }

    static IEnumerable<ClusterReport> Reports(IEnumerable<SampleBatch> batches) => batches.Select(static batch => batch.Cluster).OfType<ClusterReport>();

    static bool AnyApp(ClusterReport report) => report.Tasks.Any(static task => RunningAgent.Label(task.Labels, LabelNames.AppName).Length > 0);

    // What was said last of each: Marathon tells whose a task is before it tells of the app's labels.
    static List<TaskRecord> NewTasks(IEnumerable<SampleBatch> batches) =>
        [.. Reports(batches)
            .SelectMany(static report => report.Tasks)
            .Where(static task => RunningAgent.Label(task.Labels, LabelNames.AppName) == "/shop/new")
            .GroupBy(static task => task.TaskId)
            .Select(static records => records.Last())];

    static bool IsBlue(TaskRecord task) => RunningAgent.Label(task.Labels, LabelNames.AppLabelPrefix + "team") == "blue";

    static List<Happening> Happenings(IEnumerable<SampleBatch> batches, string kind) => [.. batches.SelectMany(static batch => batch.Happenings).Where(h => h.Kind == kind)];
}
