using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Query;

public sealed class TreeTests
{
    static readonly string[] s_mesos = [LabelNames.FrameworkName, LabelNames.GroupName, LabelNames.AppName, LabelNames.ContainerName];

    readonly FakeCluster _cluster = new();

    [Fact]
    public void Ask_GroupsWithinGroups_NestsAsDeepAsTheyAre()
    {
        _cluster.Container("a", FakeCluster.App("marathon", "/shop/web", "/shop/web/front", "front.1"));
        _cluster.Container("b", FakeCluster.App("marathon", "/shop", "/shop/cache", "cache.1"));
        _cluster.Container("b", FakeCluster.App("marathon", "/", "/lonely", "lonely.1"));
        _cluster.Container("b", FakeCluster.App("chronos", null, "job", "job.1"));
        _cluster.Container("a", (LabelNames.ContainerName, "legacy"));

        var tree = Ask(new TreeRequest(s_mesos, [], ExpandAll: true));
        Assert.Equal(
            """
            all 5/2
              chronos 1/1
                n/a 1/1
                  n/a 1/1
                    job.1 1/1
              marathon 3/2
                / 1/1
                  lonely 1/1
                    lonely.1 1/1
                shop 2/2
                  web 1/1
                    front 1/1
                      front.1 1/1
                  cache 1/1
                    cache.1 1/1
              n/a 1/1
                n/a 1/1
                  n/a 1/1
                    legacy 1/1
            """,
            string.Join('\n', tree.Nodes.Select(static n => $"{new string(' ', n.Depth * 2)}{n.Label} {n.ContainerCount}/{n.HostCount}")));
        Assert.Equal(tree.TotalNodes, tree.Nodes.Count);
        Assert.Equal("/shop/web", tree.Nodes.Single(static n => n.Label == "web").Path);
        Assert.True(tree.HasCluster);
        Assert.Equal(new AgentCount(2, 0), tree.Agents);
    }

    [Fact]
    public void Ask_OfATwinOfAGroup_KeepsThemApart()
    {
        // A container called as a group beside it, names that look like ids, and a sister whose name begins with a group's.
        _cluster.Container("a", (LabelNames.GroupName, "/shop/web"), (LabelNames.ContainerName, "x"));
        _cluster.Container("a", (LabelNames.GroupName, "/shop"), (LabelNames.ContainerName, "web"));
        _cluster.Container("a", (LabelNames.GroupName, "/shopping"), (LabelNames.ContainerName, "+web/~%2F"));
        _cluster.Container("a", (LabelNames.GroupName, "/shop"), (LabelNames.ContainerName, "it's \"quoted\" \\ ; DROP"));
        _cluster.Container("a", (LabelNames.GroupName, "/shop"));
        CheckScopesChooseTheirNodes([LabelNames.GroupName, LabelNames.ContainerName], 5);
    }

    [Fact]
    public void Ask_ByScopeOfEachNode_FindsExactlyItsContainers()
    {
        MakeManyContainers(200, seed: 3);
        CheckScopesChooseTheirNodes(s_mesos, 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Ask_OfManyContainers_SumsAsTheContainersDoAtEveryLevel(int seed)
    {
        var values = MakeManyContainers(300, seed);
        MetricColumn[] columns =
        [
            new("memory.bytes.used"), new("cpu.used.percent"), new("memory.bytes.used", Group: Aggregation.Maximum), new("memory.bytes.used", Group: Aggregation.Minimum),
            new("memory.bytes.used", Group: Aggregation.Count), new("container.count"), new("host.count"), new("fs.bytes.used"),
        ];
        foreach (var grouping in (string[][])[s_mesos, [LabelNames.HostName, LabelNames.ContainerName], [LabelNames.ContainerImage], [LabelNames.GroupName]])
        {
            var tree = Ask(new TreeRequest(grouping, columns, ExpandAll: true));
            Assert.NotEmpty(tree.Nodes);
            foreach (var node in tree.Nodes)
            {
                var scope = Scope.Parse(node.Scope);
                var inside = values.Where(v => scope.Matches(v.Entity.Labels)).ToList();
                var memory = inside.Where(static v => v.Memory is not null).Select(static v => v.Memory!.Value).ToList();
                CheckClose(memory.Count == 0 ? null : memory.Sum(), node.Values[0]);
                CheckClose(memory.Count == 0 ? null : memory.Average() / 1e6, node.Values[1]);
                CheckClose(memory.Count == 0 ? null : memory.Max(), node.Values[2]);
                CheckClose(memory.Count == 0 ? null : memory.Min(), node.Values[3]);
                CheckClose(memory.Count == 0 ? null : memory.Count, node.Values[4]);
                Assert.Equal(inside.Count, node.Values[5]);
                Assert.Equal(inside.Count, node.ContainerCount);
                Assert.Equal(inside.Select(static v => v.Entity.Parent).Distinct().Count(), node.HostCount);
                Assert.Equal(node.HostCount, node.Values[6]);
                Assert.Null(node.Values[7]);
            }
        }
    }

    [Fact]
    public void Ask_ByProcesses_SumsProcessesAndCountsTheirContainers()
    {
        var web = _cluster.Container("a", (LabelNames.ContainerName, "web"));
        var idle = _cluster.Container("a", (LabelNames.ContainerName, "idle"));
        Assert.NotEqual(web, idle);
        _cluster.Sample(_cluster.Process(web, "a", "nginx"), "cpu.cores.used", 0.5);
        _cluster.Sample(_cluster.Process(web, "a", "nginx"), "cpu.cores.used", 0.25);
        _cluster.Sample(_cluster.Process(_cluster.Host("a"), "a", "sshd"), "cpu.cores.used", 1);

        var tree = Ask(new TreeRequest([LabelNames.HostName, LabelNames.ContainerName, LabelNames.ProcessName], [new("cpu.cores.used")], ExpandAll: true));
        Assert.Equal(
            ["all 2 1.75", "a 2 1.75", "idle 1 ", "web 1 0.75", "nginx 1 0.75", "n/a 0 1", "sshd 0 1"],
            tree.Nodes.Select(static n => FormattableString.Invariant($"{n.Label} {n.ContainerCount} {n.Values[0]}")));
    }

    [Fact]
    public void Ask_ByProcesses_CountsNoEndedContainerAsAHost()
    {
        var now = _cluster.Clock.Now;
        var web = _cluster.Container("a", now - 300_000, now - 1, (LabelNames.ContainerName, "web"));
        _cluster.Process(web, "a", "nginx");
        _cluster.Process(_cluster.Host("a"), "a", "sshd");
        var tree = Ask(new TreeRequest([LabelNames.HostName, LabelNames.ProcessName], [], ExpandAll: true));
        Assert.Equal(["all 1", "a 1", "nginx 0", "sshd 1"], tree.Nodes.Select(static n => $"{n.Label} {n.HostCount}"));
    }

    [Fact]
    public void Ask_ByHosts_ShowsTheHostsOwnValues()
    {
        _cluster.Container("a", (LabelNames.ContainerName, "web"));
        _cluster.Sample(_cluster.Host("a"), "memory.bytes.total", 8e9);
        var node = Ask(new TreeRequest([LabelNames.HostName], [new("memory.bytes.total"), new("container.count")])).Nodes[1];
        Assert.Equal(("a", 8e9, 1d), (node.Label, node.Values[0], node.Values[1]));
    }

    [Fact]
    public void Ask_AboutThePast_ShowsWhatWasThereWithItsNamesOfThen()
    {
        var now = _cluster.Clock.Now;
        var gone = _cluster.Container("a", now - 300_000, now - 60_000, (LabelNames.ContainerName, "old"));
        _cluster.Sample(gone, "memory.bytes.used", 7, now - 120_000);
        var renamed = _cluster.Container("a", now - 300_000, Server.Entities.Entity.NeverMilliseconds, (LabelNames.ContainerName, "first"));
        var span = _cluster.Catalog.At(now - 1, now, Samples.Messages.EntityKind.Container).Single(e => e.Id == renamed);
        _cluster.Catalog.Add(span with { NamedToMilliseconds = now - 90_000 });
        _cluster.Catalog.Add(span with { NamedFromMilliseconds = now - 90_000, Labels = Server.Entities.LabelSet.From([new(LabelNames.ContainerName, "second")]) });

        string[] Names(long at) => [.. Ask(new TreeRequest([LabelNames.ContainerName], [new("memory.bytes.used")], AtMs: at)).Nodes.Skip(1).Select(static n => $"{n.Label} {n.Values[0]}")];
        Assert.Equal(["first ", "old 7"], Names(now - 120_000));
        Assert.Equal(["first ", "old 7"], Names(-120_000));
        Assert.Equal(["old ", "second "], Names(now - 61_000));
        Assert.Equal(["second "], Names(now - 60_000));
        Assert.Equal(["second "], Names(0));
        Assert.Empty(Names(now - 400_000));
    }

    [Fact]
    public void Ask_WithSamplesOfSeconds_ShowsTheNewestOnes()
    {
        var id = _cluster.Container("a", (LabelNames.ContainerName, "x"));
        _cluster.Sample(id, "net.bytes.in", 100);
        Assert.Equal(100, ValueOf(10_000));
        for (var second = 1; second <= 10; second++)
        {
            _cluster.Sample(id, "net.bytes.in", second * 1000, _cluster.Clock.Now - ((10 - second) * 1000), Server.Storage.Tier.Second);
        }

        _cluster.Clock.Advance(1000);
        Assert.Equal(10_000, ValueOf(1000));
        Assert.Equal(6_000, ValueOf(10_000));
        double? ValueOf(long range) => Ask(new TreeRequest([LabelNames.ContainerName], [new("net.bytes.in")], RangeMs: range)).Nodes[1].Values[0];
    }

    [Fact]
    public void Ask_WhenSamplesStop_KnowsNothingButCountsOn()
    {
        var id = _cluster.Container("a", (LabelNames.ContainerName, "x"));
        _cluster.Sample(id, "memory.bytes.used", 5);
        MetricColumn[] columns = [new("memory.bytes.used"), new("container.count")];
        Assert.Equal([5, 1], Ask(new TreeRequest([LabelNames.ContainerName], columns)).Nodes[0].Values);
        for (var second = 0; second < 600; second += 7)
        {
            var node = Ask(new TreeRequest([LabelNames.ContainerName], columns)).Nodes[0];
            Assert.Equal((1, 1d), (node.ContainerCount, node.Values[1]));
            _cluster.Clock.Advance(7000);
        }

        Assert.Equal([null, 1], Ask(new TreeRequest([LabelNames.ContainerName], columns)).Nodes[0].Values);
    }

    [Fact]
    public void Ask_WithoutExpanding_ShowsTheFirstLevelAndWhatIsAskedFor()
    {
        MakeManyContainers(100, seed: 5);
        var first = Ask(new TreeRequest(s_mesos, []));
        Assert.All(first.Nodes.Skip(1), static n => Assert.Equal((1, false), (n.Depth, n.IsExpanded)));
        var deeper = Ask(new TreeRequest(s_mesos, [], Expanded: [first.Nodes[1].Id, "all/nothing", "rubbish", ""]));
        Assert.True(deeper.Nodes[1].IsExpanded);
        Assert.Equal(first.Nodes[1].ChildCount, deeper.Nodes.Count(n => n.Parent == first.Nodes[1].Id));
        var all = Ask(new TreeRequest(s_mesos, [], ExpandAll: true));
        var only = Ask(new TreeRequest(s_mesos, [], Only: [all.Nodes[^1].Id, all.Nodes[2].Id, "all/nothing"]));
        Assert.Equal([all.Nodes[2].Id, all.Nodes[^1].Id], only.Nodes.Select(static n => n.Id));
        var cut = Ask(new TreeRequest(s_mesos, [], ExpandAll: true, Limit: 10));
        Assert.True(cut.IsCut);
        Assert.Equal(all.Nodes.Take(10).Select(static n => n.Id), cut.Nodes.Select(static n => n.Id));
        Assert.Equal(all.TotalNodes, cut.TotalNodes);
    }

    [Fact]
    public void Ask_SortedByAColumn_OrdersChildrenWithTheUnknownLast()
    {
        foreach (var (name, value) in new[] { ("a", 2d), ("b", 3d), ("c", 1d), ("d", double.NaN) })
        {
            var id = _cluster.Container("h", (LabelNames.ContainerName, name));
            if (!double.IsNaN(value))
            {
                _cluster.Sample(id, "memory.bytes.used", value);
            }
        }

        string Order(string column, bool descending) => string.Concat(Ask(new TreeRequest(
            [LabelNames.ContainerName], [new("memory.bytes.used")], Sort: new SortOrder(System.Text.Json.JsonDocument.Parse(column).RootElement, descending))).Nodes.Skip(1).Select(static n => n.Label));
        Assert.Equal("bacd", Order("0", true));
        Assert.Equal("cabd", Order("0", false));
        Assert.Equal("abcd", Order("\"label\"", false));
        Assert.Equal("dcba", Order("\"label\"", true));
        Assert.Throws<QueryException>(() => Order("1", false));
        Assert.Throws<QueryException>(() => Order("\"size\"", false));
        Assert.Throws<QueryException>(() => Order("null", false));
    }

    [Fact]
    public void Ask_WithSparks_ShowsSumsOfEachStepAndWhatHasEnded()
    {
        var end = _cluster.Clock.Now - 120_000;
        var gone = _cluster.Container("a", _cluster.Clock.Now - 600_000, end, (LabelNames.ContainerImage, "x"), (LabelNames.ContainerName, "gone"));
        var alive = _cluster.Container("a", (LabelNames.ContainerImage, "x"), (LabelNames.ContainerName, "alive"));
        for (var time = _cluster.Clock.Now - 600_000; time < _cluster.Clock.Now; time += 60_000)
        {
            _cluster.Sample(alive, "memory.bytes.used", 10, time + 60_000, Server.Storage.Tier.Minute);
            if (time < end)
            {
                _cluster.Sample(gone, "memory.bytes.used", 5, time + 60_000, Server.Storage.Tier.Minute);
            }
        }

        var tree = Ask(new TreeRequest([LabelNames.ContainerImage, LabelNames.ContainerName], [new("memory.bytes.used"), new("container.count")], ExpandAll: true, SparkPoints: 10));
        Assert.Equal(["all", "x", "alive"], tree.Nodes.Select(static n => n.Label));
        Assert.Equal([15, 15, 15, 15, 15, 15, 15, 15, 10, 10], tree.Nodes[1].Sparks![0]);
        Assert.Equal([2, 2, 2, 2, 2, 2, 2, 2, 1, 1], tree.Nodes[0].Sparks![1]);
        Assert.Equal(Enumerable.Repeat<double?>(10, 10), tree.Nodes[2].Sparks![0]);
    }

    [Theory]
    [InlineData("{\"groupBy\":[],\"columns\":[]}")]
    [InlineData("{\"columns\":[]}")]
    [InlineData("{\"groupBy\":[\"a\",\"a\"],\"columns\":[]}")]
    [InlineData("{\"groupBy\":[\"a\",null],\"columns\":[]}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[{\"metric\":\"nothing\"}]}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[null]}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[],\"scope\":\"a is\"}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[],\"rangeMs\":-5}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[],\"limit\":0}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[],\"sparkPoints\":61}")]
    [InlineData("{\"groupBy\":[\"a\"],\"columns\":[],\"sort\":{}}")]
    [InlineData("{\"groupBy\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"],\"columns\":[]}")]
    public void Ask_WhatMakesNoSense_IsRefused(string json) =>
        Assert.Throws<QueryException>(() => Ask(System.Text.Json.JsonSerializer.Deserialize<TreeRequest>(json, Server.Api.ApiJson.Options)!));

    static void CheckClose(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is not null)
        {
            Assert.InRange(actual!.Value, expected.Value - (1e-9 * Math.Abs(expected.Value)), expected.Value + (1e-9 * Math.Abs(expected.Value)));
        }
    }

    TreeAnswer Ask(TreeRequest request) => _cluster.Tree.Ask(request);

    void CheckScopesChooseTheirNodes(string[] grouping, int containers)
    {
        var tree = Ask(new TreeRequest(grouping, [], ExpandAll: true));
        Assert.Equal(containers, tree.Nodes[0].ContainerCount);
        Assert.Equal(tree.Nodes.Count, tree.Nodes.Select(static n => n.Id).Distinct().Count());
        var entities = _cluster.Catalog.Current.Containers.All;
        foreach (var node in tree.Nodes)
        {
            var scope = Scope.Parse(node.Scope);
            Assert.Equal(node.ContainerCount, entities.Count(e => scope.Matches(e.Labels)));
            var scoped = Ask(new TreeRequest(grouping, [], Scope: node.Scope, ExpandAll: true));
            Assert.Equal(node.ContainerCount, scoped.Nodes[0].ContainerCount);
            Assert.Contains(scoped.Nodes, n => n.Id == node.Id && n.ContainerCount == node.ContainerCount);
        }
    }

    List<(Server.Entities.Entity Entity, double? Memory)> MakeManyContainers(int count, int seed)
    {
        var random = new Random(seed);
        string?[] groups = [null, "/", "/a", "/a/b", "/a/b/c", "/ab", "/d/e", "n/a"];
        var memory = new Dictionary<long, double?>();
        for (var i = 0; i < count; i++)
        {
            var group = groups[random.Next(groups.Length)];
            var labels = FakeCluster.App($"f{random.Next(3)}", group, $"{group}/app{random.Next(4)}", $"task.{i}").ToList();
            if (random.Next(3) > 0)
            {
                labels.Add((LabelNames.ContainerImage, $"image {random.Next(5)}"));
            }

            var id = _cluster.Container($"host{random.Next(7)}", [.. labels]);
            memory[id] = random.Next(5) == 0 ? null : random.NextDouble() * 1e9;
            if (memory[id] is { } value)
            {
                _cluster.Sample(id, "memory.bytes.used", value);
                _cluster.Sample(id, "cpu.used.percent", value / 1e6);
                _cluster.Sample(id, "fs.bytes.used", 1);
            }
        }

        return [.. _cluster.Catalog.Current.Containers.All.Select(e => (e, memory[e.Id]))];
    }
}
