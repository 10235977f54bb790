using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Query;

public sealed class TroubleTests
{
    static readonly string[] s_mesos = [LabelNames.FrameworkName, LabelNames.GroupName, LabelNames.AppName, LabelNames.ContainerName];

    static readonly (string, string)[] s_failed = [(HappeningLabels.ExitStatus, "1")];

    readonly FakeCluster _cluster = new();

    [Fact]
    public void Ask_WhenNothingIsWrong_IsOk()
    {
        _cluster.Container("a", FakeCluster.App("marathon", "/shop", "/shop/web", "web.1"));
        Assert.All(Ask().Nodes, static n => Assert.Equal((HealthLevel.Ok, 0, 0), (n.Health.Level, n.Health.Restarts, n.Health.Marks.Count)));
    }

    [Fact]
    public void Ask_AboutATakenPort_MarksTheAppAndNamesTheCulprit()
    {
        _cluster.Container("a", (LabelNames.ContainerName, "legacy-redis"), (LabelNames.ContainerId, "0123456789ab"));
        var now = _cluster.Clock.Now;
        for (var i = 0; i < 8; i++)
        {
            var begin = now - 400_000 + (i * 50_000);
            var id = _cluster.Container("a", begin, begin + 2_000, [.. FakeCluster.App("marathon", "/shop", "/shop/cache", $"cache.{i}"), (LabelNames.ContainerId, $"c{i}")]);
            _cluster.Happen(HappeningKinds.ContainerStarted, begin, "started", id);
            _cluster.Happen(
                HappeningKinds.PortConflict, begin + 1_000, "bind 0.0.0.0:6379 EADDRINUSE, held by redis-server (container legacy-redis)", id,
                ("culprit.proc.name", "redis-server"), ("culprit.proc.pid", "77"), ("culprit.container.name", "legacy-redis"), ("culprit.container.id", "0123456789ab"));
            _cluster.Happen(HappeningKinds.ContainerDied, begin + 2_000, "died", id, s_failed);
        }

        var tree = Ask();
        Assert.Equal(["all", "marathon", "shop", "cache", "cache.7", "n/a", "n/a", "n/a", "legacy-redis"], tree.Nodes.Select(static n => n.Label));
        foreach (var node in tree.Nodes.Take(5))
        {
            Assert.Equal((HealthLevel.Critical, 7), (node.Health.Level, node.Health.Restarts));
            Assert.Equal(["port-conflict", "restarting"], node.Health.Marks.Select(static m => m.Kind));
            Assert.All(node.Health.Marks, m => Assert.Equal((8, tree.Nodes[4].Id), (m.Count, m.Node)));
        }

        Assert.Equal("failed 8 times in 10 minutes, the last time: exit status 1", tree.Nodes[0].Health.Marks[1].Text);
        Assert.Equal((false, false, 0, 0), (tree.Nodes[1].IsAlive, tree.Nodes[4].IsAlive, tree.Nodes[4].ContainerCount, tree.Nodes[1].HostCount));
        Assert.True(tree.Nodes[5].IsAlive);
        var culprit = tree.Nodes[0].Health.Marks[0].Culprit!;
        Assert.Equal("redis-server (container legacy-redis)", culprit.Text);
        Assert.Equal("redis-server", culprit.Labels["proc.name"]);
        var found = _cluster.Tree.Ask(new TreeRequest(s_mesos, [], Scope: culprit.Scope, ExpandAll: true));
        Assert.Equal(["all", "n/a", "n/a", "n/a", "legacy-redis"], found.Nodes.Select(static n => n.Label));

        // Now the newest one lives again, and later the whole story is over.
        _cluster.Container("a", now - 1_000, Entity.NeverMilliseconds, FakeCluster.App("marathon", "/shop", "/shop/cache", "cache.8"));
        Assert.Equal(8, Ask().Nodes[0].Health.Restarts);
        Assert.Equal(2, Ask().Nodes.Single(static n => n.Label == "cache").ChildCount);
        Assert.Equal(1, Ask(at: now - 350_000).Nodes[0].Health.Restarts);
        _cluster.Clock.Advance(700_000);
        _cluster.Agents.LastSeen["agent-a"] = _cluster.Clock.Now;
        Assert.Equal(HealthLevel.Ok, Ask().Nodes[0].Health.Level);
        Assert.Equal(1, Ask().Nodes.Single(static n => n.Label == "cache").ChildCount);
    }

    [Fact]
    public void Ask_AboutEndsThatSomebodyAskedFor_MarksNothing()
    {
        var now = _cluster.Clock.Now;
        foreach (var (i, labels) in new (string, string)[][] { [(HappeningLabels.ExitStatus, "0")], [(HappeningLabels.ExitStatus, "143")], [(HappeningLabels.ExitSignal, "SIGTERM")], [(HappeningLabels.ExitSignal, "SIGKILL")] }.Index())
        {
            var id = _cluster.Container("a", now - 100_000, now - 50_000, FakeCluster.App("marathon", "/shop", "/shop/web", $"web.{i}"));
            _cluster.Happen(HappeningKinds.ContainerDied, now - 50_000, "died", id, labels);
        }

        _cluster.Happen(HappeningKinds.TaskState, now - 51_000, "killed", 0, (LabelNames.TaskId, "web.3"), (LabelNames.TaskState, "TASK_KILLED"));
        var tree = Ask();
        Assert.Equal((HealthLevel.Ok, 1), (tree.Nodes[0].Health.Level, tree.TotalNodes));
    }

    [Fact]
    public void Ask_AboutMemoryThatRanOut_MarksIt()
    {
        var now = _cluster.Clock.Now;
        var id = _cluster.Container("a", now - 100_000, now - 50_000, FakeCluster.App("marathon", "/shop", "/shop/leak", "leak.1"));
        var happening = _cluster.Happen(HappeningKinds.OutOfMemory, now - 50_001, "leak killed at 64 MiB", id);
        _cluster.Happen(HappeningKinds.ContainerDied, now - 50_000, "died", id, (HappeningLabels.ExitSignal, "SIGKILL"), (HappeningLabels.OutOfMemory, "true"));
        var mark = Assert.Single(Ask().Nodes[0].Health.Marks);
        Assert.Equal(("oom-killed", 1, "leak killed at 64 MiB", happening), (mark.Kind, mark.Count, mark.Text, mark.Happening));
    }

    [Fact]
    public void Ask_AboutTasksThatNeverStart_MarksThemAtTheirTask()
    {
        var now = _cluster.Clock.Now;
        KeyValuePair<string, string>[] labels = [new(LabelNames.FrameworkName, "marathon"), new(LabelNames.GroupName, "/shop"), new(LabelNames.AppName, "/shop/slow")];
        _cluster.Catalog.Waiting.Add(new WaitingTask("c", "slow.1", "TASK_STAGING", "b", LabelSet.From(labels), now - 240_000));
        _cluster.Catalog.Waiting.Add(new WaitingTask("c", "quick.1", "TASK_STAGING", "b", LabelSet.From([new(LabelNames.FrameworkName, "quick")]), now - 10_000));
        _cluster.Catalog.Waiting.Add(new WaitingTask("c", "elsewhere.1", "TASK_RUNNING", "b", LabelSet.From([new(LabelNames.FrameworkName, "elsewhere")]), now - 240_000));
        _cluster.Happen(HappeningKinds.TaskState, now - 5_000, "no image", 0, (LabelNames.FrameworkName, "chronos"), (LabelNames.TaskId, "x"), (LabelNames.TaskName, "x"), (LabelNames.TaskState, "TASK_FAILED"), (HappeningLabels.EarlierState, "TASK_STAGING"));
        var tree = Ask();
        Assert.Equal(["all", "chronos", "marathon", "shop", "slow"], tree.Nodes.Select(static n => n.Label));
        Assert.Equal(["no image", "TASK_STAGING without a container for 4 minutes"], tree.Nodes[0].Health.Marks.Select(static m => m.Text));
        Assert.All(tree.Nodes[0].Health.Marks, static m => Assert.Equal("not-started", m.Kind));
    }

    [Fact]
    public void Ask_AboutThrottledUnhealthyAndSilent_MarksEachAtItsPlace()
    {
        var slow = _cluster.Container("a", FakeCluster.App("marathon", "/shop", "/shop/slow", "slow.1"));
        _cluster.Sample(slow, "cpu.throttled.time", 4e8);
        _cluster.Container("b", [.. FakeCluster.App("marathon", "/shop", "/shop/ill", "ill.1"), (LabelNames.TaskHealthy, "false")]);
        _cluster.Container("b", [.. FakeCluster.App("marathon", "/shop", "/shop/well", "well.1"), (LabelNames.TaskHealthy, "true")]);
        _cluster.Agents.LastSeen["agent-b"] -= 180_000;
        var tree = Ask();
        string[] Kinds(string label) => [.. tree.Nodes.Single(n => n.Label == label).Health.Marks.Select(static m => m.Kind)];
        Assert.Equal(["unhealthy", "throttled", "stale-agent"], Kinds("shop"));
        Assert.Equal(["throttled"], Kinds("slow"));
        Assert.Equal(["unhealthy", "stale-agent"], Kinds("ill"));
        Assert.Equal(["stale-agent"], Kinds("well"));
        Assert.Equal("the agent of b is silent for 3 minutes", tree.Nodes[0].Health.Marks[2].Text);
        Assert.Equal(new AgentCount(2, 1), tree.Agents);
        var rows = _cluster.Entities.Ask(new EntitiesRequest("container", Scope: "marathon.app.name is /shop/ill")).Entities;
        Assert.Equal(["unhealthy", "stale-agent"], Assert.Single(rows).Health.Marks.Select(static m => m.Kind));
    }

    [Fact]
    public void Ask_AboutAMomentInWhichAnAgentWasSilent_MarksItThenAndNotNow()
    {
        var now = _cluster.Clock.Now;
        _cluster.Container("a", FakeCluster.App("marathon", "/shop", "/shop/web", "web.1"));
        _cluster.Container("b", FakeCluster.App("marathon", "/shop", "/shop/cache", "cache.1"));
        _cluster.Agents.Silences.Add(("agent-b", now - 600_000, now - 300_000));
        var then = Ask(at: now - 400_000);
        Assert.Equal(new AgentCount(2, 1), then.Agents);
        Assert.Equal(["stale-agent"], then.Nodes.Single(static n => n.Label == "cache").Health.Marks.Select(static m => m.Kind));
        Assert.Equal("the agent of b is silent for 3 minutes", then.Nodes[0].Health.Marks[0].Text);
        Assert.Empty(then.Nodes.Single(static n => n.Label == "web").Health.Marks);
        Assert.All([now, now - 200_000, now - 550_000, now - 700_000], at => Assert.Equal((new AgentCount(2, 0), HealthLevel.Ok), (Ask(at: at).Agents, Ask(at: at).Nodes[0].Health.Level)));
    }

    [Fact]
    public void Ask_WithAScope_LeavesOutTroublesOfOthers()
    {
        var now = _cluster.Clock.Now;
        var id = _cluster.Container("a", now - 100_000, now - 50_000, FakeCluster.App("marathon", "/shop", "/shop/web", "web.1"));
        _cluster.Happen(HappeningKinds.ContainerDied, now - 50_000, "died", id, s_failed);
        Assert.Equal(HealthLevel.Warning, Ask(scope: "shop").Nodes[0].Health.Level);
        Assert.Equal((HealthLevel.Ok, 1), (Ask(scope: "bank").Nodes[0].Health.Level, Ask(scope: "bank").TotalNodes));
    }

    [Fact]
    public void Ask_AboutContainersThatDiedBeforeTheyWereNamed_ShowsThemInTheirFramework()
    {
        var now = _cluster.Clock.Now;
        _cluster.Container("a", [.. FakeCluster.App("marathon", "/shop", "/shop/web", "web.1"), (LabelNames.FrameworkId, "m-0001")]);

        // By the framework's id, and by what masters said of the task.
        _cluster.Container("a", now - 1_000, Entity.NeverMilliseconds, [.. Young("/shop", "/shop/web", "web.2"), (LabelNames.FrameworkId, "m-0001")]);
        _cluster.Happen(HappeningKinds.ContainerDied, now - 5_000, "died", _cluster.Container("a", now - 6_000, now - 5_000, Young("/bank", "/bank/door", "door.1")), s_failed);
        _cluster.Happen(HappeningKinds.TaskState, now - 4_000, "ran", 0, (LabelNames.FrameworkName, "marathon"), (LabelNames.TaskId, "door.1"), (LabelNames.TaskState, "TASK_RUNNING"));
        Assert.Equal(["all", "marathon", "bank", "door", "door.1", "shop", "web", "web.1", "web.2"], Ask().Nodes.Select(static n => n.Label));
    }

    [Fact]
    public void Ask_AboutYoungContainersOfAMarathonThatIsNotKnownYet_PutsThemInNoOther()
    {
        // Another Marathon has the same group, and even the same app.
        var now = _cluster.Clock.Now;
        _cluster.Container("a", FakeCluster.App("marathon", "/shop", "/shop/web", "web.1"));
        _cluster.Container("a", now - 1_000, Entity.NeverMilliseconds, Young("/shop", "/shop/web", "web.2"));
        _cluster.Happen(HappeningKinds.ContainerDied, now - 5_000, "died", _cluster.Container("a", now - 6_000, now - 5_000, Young("/shop", "/shop/door", "door.1")), s_failed);
        Assert.Equal(["all", "marathon", "shop", "web", "web.1", "n/a", "shop", "door", "door.1", "web", "web.2"], Ask().Nodes.Select(static n => n.Label));
        Assert.Empty(Ask().Nodes.Single(static n => n.Label == "marathon").Health.Marks);
    }

    [Fact]
    public void Ask_AboutMoreTroublesThanFit_ShowsTheWorstTen()
    {
        for (var i = 0; i < 30; i++)
        {
            var id = _cluster.Container("a", _cluster.Clock.Now - 100_000, _cluster.Clock.Now - 50_000 - i, FakeCluster.App("f", "/g", $"/g/{i}", $"{i}.1"));
            _cluster.Happen(i == 29 ? HappeningKinds.OutOfMemory : HappeningKinds.ContainerDied, _cluster.Clock.Now - 50_000 - i, $"{i}", id, s_failed);
        }

        Assert.Equal(["29", "0", "1", "2", "3", "4", "5", "6", "7", "8"], Ask().Nodes[0].Health.Marks.Select(static m => m.Text));
    }

    // As an agent finds it in its environment.
    static (string, string)[] Young(string group, string app, string task) =>
        [(LabelNames.GroupName, group), (LabelNames.AppName, app), (LabelNames.TaskId, task), (LabelNames.ContainerName, task)];

    TreeAnswer Ask(long? at = null, string? scope = null) => _cluster.Tree.Ask(new TreeRequest(s_mesos, [], scope, at, ExpandAll: true));
}
