using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Metrics;
using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Query;

public sealed class SeriesTests
{
    readonly FakeCluster _cluster = new();

    long Now => _cluster.Clock.Now;

    [Fact]
    public void Ask_OfAnApp_SumsItsContainersAndLeavesHoles()
    {
        foreach (var (task, value) in new[] { ("web.1", 1d), ("web.2", 2d) })
        {
            var id = _cluster.Container("a", FakeCluster.App("marathon", "/shop", "/shop/web", task));
            for (var end = Now - 50_000; end <= Now - 20_000; end += 10_000)
            {
                if (end != Now - 40_000)
                {
                    _cluster.Sample(id, "net.bytes.in", value, end);
                }
            }
        }

        var answer = Ask(new SeriesRequest([new("net.bytes.in"), new("net.bytes.in", Group: Aggregation.Maximum), new("container.count")], Now - 60_000, Now, "shop"));
        Assert.Equal((10_000, 3), (answer.StepMs, answer.Total));
        Assert.Equal([Now - 50_000, Now - 40_000, Now - 30_000, Now - 20_000, Now - 10_000, Now], answer.Times);
        Assert.Equal([3, null, 3, 3, null, null], answer.Series[0].Values);
        Assert.Equal([2, null, 2, 2, null, null], answer.Series[1].Values);
        Assert.Equal([2, 2, 2, 2, 2, 2], answer.Series[2].Values);
    }

    [Fact]
    public void Ask_WithCoarserSteps_AggregatesOverTimeFirst()
    {
        var id = _cluster.Container("a", (LabelNames.ContainerName, "x"));
        for (var i = 1; i <= 6; i++)
        {
            _cluster.Sample(id, "net.bytes.in", i, Now - 60_000 + (i * 10_000));
        }

        double? Value(Aggregation time) => Ask(new SeriesRequest([new("net.bytes.in", time)], Now - 60_000, Now, StepMs: 20_000)).Series[0].Values[^1];
        Assert.Equal(5.5, Value(Aggregation.Average));
        Assert.Equal(110, Value(Aggregation.Sum));
        Assert.Equal(5, Value(Aggregation.Minimum));
        Assert.Equal(6, Value(Aggregation.Maximum));
        Assert.Equal(20, Value(Aggregation.Count));
    }

    [Theory]
    [InlineData(2, 10)]
    [InlineData(12, 60)]
    [InlineData(120, 600)]
    [InlineData(121, 3600)]
    public void Ask_WithoutStep_TakesWhatSuitsTheSpan(int hours, int seconds)
    {
        var answer = Ask(new SeriesRequest([new("container.count")], Now - (hours * 3_600_000L), Now));
        Assert.Equal(seconds * 1000, answer.StepMs);
        Assert.InRange(answer.Times.Count, 100, 750);
    }

    [Fact]
    public void Ask_BeforeFineSamplesBegin_TakesTheFinestThereAre()
    {
        _cluster.Store.Finest = Tier.Minute;
        var id = _cluster.Container("a", (LabelNames.ContainerName, "x"));
        _cluster.Sample(id, "net.bytes.in", 4, Now - 60_000, Tier.Minute);
        var answer = Ask(new SeriesRequest([new("net.bytes.in")], Now - 180_000, Now));
        Assert.Equal(60_000, answer.StepMs);
        Assert.Equal([null, 4, null], answer.Series[0].Values);
    }

    [Fact]
    public void Ask_BySegments_DividesAndNamesWhatIsMissing()
    {
        foreach (var (image, value) in new (string?, double)[] { ("b", 1), ("a", 2), ("a", 4), (null, 8) })
        {
            var id = image is null ? _cluster.Container("h") : _cluster.Container("h", (LabelNames.ContainerImage, image));
            _cluster.Sample(id, "memory.bytes.used", value, Now - 10_000);
        }

        var request = new SeriesRequest([new("memory.bytes.used")], Now - 20_000, Now, SegmentBy: [LabelNames.ContainerImage]);
        string Shown(SeriesRequest r) => string.Join(' ', Ask(r).Series.Select(static s => $"{s.Labels[LabelNames.ContainerImage]}={s.Values[0]}"));
        Assert.Equal("a=6 b=1 n/a=8", Shown(request));
        Assert.Equal("n/a=8 a=6", Shown(request with { Top = new SeriesTop(2) }));
        Assert.Equal("b=1", Shown(request with { Top = new SeriesTop(1, Descending: false) }));
        Assert.Equal("b=1", Shown(request with { Offset = 1, Limit = 1 }));
        Assert.Equal(3, Ask(request with { Offset = 1, Limit = 1 }).Total);
    }

    [Fact]
    public void Ask_AcrossARename_DividesByTheNamesOfThen()
    {
        var id = _cluster.Container("a", (LabelNames.ContainerName, "first"));
        var span = _cluster.Catalog.Current.Containers.All.Single();
        _cluster.Catalog.Add(span with { NamedToMilliseconds = Now - 20_000 });
        _cluster.Catalog.Add(span with { NamedFromMilliseconds = Now - 20_000, Labels = Server.Entities.LabelSet.From([new(LabelNames.ContainerName, "second")]) });
        for (var end = Now - 30_000; end <= Now; end += 10_000)
        {
            _cluster.Sample(id, "memory.bytes.used", 1, end);
        }

        var answer = Ask(new SeriesRequest([new("memory.bytes.used"), new("container.count")], Now - 40_000, Now, SegmentBy: [LabelNames.ContainerName]));
        Assert.Equal(["first", "first", "second", "second"], answer.Series.Select(static s => s.Labels[LabelNames.ContainerName]));
        Assert.Equal([1, 1, null, null], answer.Series[0].Values);
        Assert.Equal([1, 1, 0, 0], answer.Series[1].Values);
        Assert.Equal([null, null, 1, 1], answer.Series[2].Values);
        Assert.Equal([0, 0, 1, 1], answer.Series[3].Values);
    }

    [Fact]
    public void Ask_ByKind_SumsWhatTheLabelsSpeakOf()
    {
        var container = _cluster.Container("a", (LabelNames.ContainerName, "x"));
        _cluster.Sample(_cluster.Host("a"), "cpu.cores.used", 4);
        _cluster.Sample(container, "cpu.cores.used", 2);
        _cluster.Sample(_cluster.Process(container, "a", "nginx"), "cpu.cores.used", 1);
        double? Value(string? scope, string? kind = null, string[]? by = null) =>
            Ask(new SeriesRequest([new("cpu.cores.used")], Now - 20_000, Now, scope, by, Kind: kind)).Series[0].Values[0];
        Assert.Equal(2, Value(null));
        Assert.Equal(4, Value("host.hostName is a"));
        Assert.Equal(2, Value("host.hostName is a", "container"));
        Assert.Equal(1, Value("proc.name is nginx"));
        Assert.Equal(1, Value(null, by: [LabelNames.ProcessName]));
        Assert.Equal(4, Value(null, by: [LabelNames.HostName]));
    }

    [Theory]
    [InlineData("{\"metrics\":[],\"fromMs\":-1000,\"toMs\":0}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":0,\"toMs\":0}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-1000,\"toMs\":-2000}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-86400000,\"toMs\":0,\"stepMs\":10000}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-1000,\"toMs\":0,\"stepMs\":5}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-1000,\"toMs\":0,\"top\":{\"count\":0}}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-1000,\"toMs\":0,\"top\":{\"count\":1,\"by\":1}}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-1000,\"toMs\":0,\"limit\":0}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-1000,\"toMs\":0,\"kind\":\"pod\"}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":-9223372036854775808,\"toMs\":0}")]
    [InlineData("{\"metrics\":[{\"metric\":\"uptime\"}],\"fromMs\":1,\"toMs\":9223372036854775807,\"stepMs\":9223372036854775807}")]
    public void Ask_WhatMakesNoSense_IsRefused(string json) =>
        Assert.Throws<QueryException>(() => Ask(System.Text.Json.JsonSerializer.Deserialize<SeriesRequest>(json, Server.Api.ApiJson.Options)!));

    SeriesAnswer Ask(SeriesRequest request) => _cluster.Series.Ask(request);
}
