using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Exports;
using Mesoscope.Server.Query.Listing;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Query;

public sealed class ListingTests
{
    readonly FakeCluster _cluster = new();

    [Fact]
    public void Entities_SortedAndPaged_AreThoseOfTheMoment()
    {
        for (var i = 0; i < 5; i++)
        {
            _cluster.Sample(_cluster.Container("a", (LabelNames.ContainerName, $"c{4 - i}")), "memory.bytes.used", i);
        }

        _cluster.Container("a", _cluster.Clock.Now - 100_000, _cluster.Clock.Now - 50_000, (LabelNames.ContainerName, "gone"));
        string Names(string? sort, int offset, int limit)
        {
            var answer = _cluster.Entities.Ask(new EntitiesRequest(
                "container", Columns: [new("memory.bytes.used")], Offset: offset, Limit: limit, Sort: sort is null ? null : new SortOrder(System.Text.Json.JsonDocument.Parse(sort).RootElement, true)));
            Assert.Equal(5, answer.Total);
            return string.Join(' ', answer.Entities.Select(static e => $"{e.Labels[LabelNames.ContainerName]}:{e.Values[0]}"));
        }

        Assert.Equal("c0:4 c1:3", Names("0", 0, 2));
        Assert.Equal("c3:1 c2:2", Names("\"container.name\"", 1, 2));
        Assert.Equal("c4:0", Names(null, 0, 1));
        Assert.Equal(6, _cluster.Entities.Ask(new EntitiesRequest("container", AtMs: -60_000)).Total);
        Assert.Throws<QueryException>(() => _cluster.Entities.Ask(new EntitiesRequest("pod")));
        Assert.Throws<QueryException>(() => _cluster.Entities.Ask(new EntitiesRequest("host", Limit: 0)));
    }

    [Fact]
    public void Happenings_ByScopeKindAndSeverity_AreTheNewest()
    {
        var id = _cluster.Container("a", (LabelNames.ContainerName, "x"));
        for (var i = 0; i < 5_000; i++)
        {
            _cluster.Happen("container.died", _cluster.Clock.Now - 1000 - (i / 3), $"{i}", i % 2 == 0 ? id : 0);
        }

        Assert.Equal(["0", "2"], _cluster.Happenings.Ask("x", null, null, null, null, 2).Select(static h => h.Text));
        Assert.Equal(1_000, _cluster.Happenings.Ask("x", null, null, ["container.died"], 4, 1_000).Select(static h => h.Id).Distinct().Count());
        Assert.Empty(_cluster.Happenings.Ask(null, null, null, null, 3, null));
        Assert.Empty(_cluster.Happenings.Ask(null, null, null, ["container.oom"], null, null));
        Assert.Empty(_cluster.Happenings.Ask(null, -500, 0, null, null, null));
        Assert.Single(_cluster.Happenings.Ask("x", -3_600_000, -2665, null, null, null), static h => h.Text == "4998");
        Assert.Throws<QueryException>(() => _cluster.Happenings.Ask("x is", null, null, null, null, null));
        Assert.Throws<QueryException>(() => _cluster.Happenings.Ask(null, 0, -5, null, null, null));
    }

    [Fact]
    public void Happenings_WithFailedCalls_NameTheErrors()
    {
        var record = new HappeningRecord
        {
            Id = "1", Milliseconds = 1, Kind = "container.died", Severity = 3, Entity = 0, Labels = LabelSet.Empty, Text = "died",
            FailedCalls = [new FailedCall { Call = "bind", Error = 98 }, new FailedCall { Error = 2 }, new FailedCall { Error = 133 }, new FailedCall { Error = 41 }, new FailedCall { Error = 0 }, new FailedCall { Error = 9_999 }],
        };
        var row = HappeningRows.Of(record);
        Assert.Equal(["EADDRINUSE", "ENOENT", "EHWPOISON", "41", "0", "9999"], row.FailedCalls.Select(static c => c.ErrorName));
        Assert.Equal((null, null), (row.Entity, row.Culprit));
    }

    [Fact]
    public void Labels_OfWhatLives_AreNamedAndCounted()
    {
        _cluster.Container("a", (LabelNames.ContainerImage, "Redis"));
        _cluster.Container("b", (LabelNames.ContainerImage, "nginx"));
        _cluster.Container("b", _cluster.Clock.Now - 100_000, _cluster.Clock.Now - 50_000, (LabelNames.ContainerImage, "old"));
        Assert.Equal([new LabelCount(LabelNames.ContainerImage, 2), new LabelCount(LabelNames.HostName, 2)], _cluster.Labels.Names(null, null));
        Assert.Equal(["Redis", "nginx"], _cluster.Labels.Values(LabelNames.ContainerImage, null, null, null, null, null));
        Assert.Equal(["Redis", "nginx", "old"], _cluster.Labels.Values(LabelNames.ContainerImage, null, null, null, -60_000, null));
        Assert.Equal(["Redis"], _cluster.Labels.Values(LabelNames.ContainerImage, "host.hostName is a", "re", 1, null, null));
        Assert.Empty(_cluster.Labels.Values("'; DROP TABLE x", null, null, null, null, null));
    }

    [Fact]
    public void Csv_OfNamesThatAreFormulas_IsHarmlessText()
    {
        foreach (var name in new[] { "=1+2", "@SUM(A1)", "a \"quoted\", name\nwith lines", "-x" })
        {
            _cluster.Sample(_cluster.Container("h", (LabelNames.ContainerName, name)), "memory.bytes.used", 0.5);
        }

        var tree = _cluster.Tree.Ask(new TreeRequest([LabelNames.ContainerName], [new("memory.bytes.used")]));
        var lines = CsvTables.Of(tree).Split("\r\n");
        Assert.Equal("id,depth,groupBy,label,hostCount,containerCount,isAlive,health,restarts,marks,memory.bytes.used", lines[0]);
        Assert.Equal("all,0,,all,1,4,true,ok,0,,2", lines[1]);
        Assert.Contains("all/-x,1,container.name,\"'-x\",1,1,true,ok,0,,0.5", lines);
        Assert.Contains("all/=1%2B2,1,container.name,\"'=1+2\",1,1,true,ok,0,,0.5", lines);
        Assert.Contains(lines, static l => l.Contains("\"a \"\"quoted\"\", name\nwith lines\"", StringComparison.Ordinal));
        Assert.Equal(7, lines.Length);
        var entities = CsvTables.Of(_cluster.Entities.Ask(new EntitiesRequest("container", Columns: [new("memory.bytes.used")])));
        Assert.StartsWith("id,parent,kind,begin,end,health,restarts,marks,container.name,host.hostName,memory.bytes.used\r\n", entities, StringComparison.Ordinal);
        var series = CsvTables.Of(_cluster.Series.Ask(new SeriesRequest([new("memory.bytes.used")], -20_000, 0, SegmentBy: [LabelNames.ContainerName])));
        Assert.StartsWith("timeMs,time,memory.bytes.used container.name=-x,", series, StringComparison.Ordinal);
    }
}
