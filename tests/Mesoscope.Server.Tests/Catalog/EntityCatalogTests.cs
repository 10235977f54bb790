using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Tests.Ingest;
using static Mesoscope.Server.Tests.Ingest.IngestFixture;

namespace Mesoscope.Server.Tests.Catalog;

public sealed class EntityCatalogTests
{
    const long Minute = 60_000;

    [Fact]
    public async Task Current_ContainersAndProcesses_InheritNames()
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now);
        batch.Entities.Insert(0, new EntityRecord { Number = 50, Kind = EntityKind.Process, Parent = 2, Labels = { Batches.Label(LabelNames.ProcessName, "redis") } });
        await fixture.SendAsync(batch);
        var process = Assert.Single(fixture.Catalog.Current.Processes.All);
        Assert.Equal(("host-a", "a-c0", "redis"), (Value(process, LabelNames.HostName), Value(process, LabelNames.ContainerId), Value(process, LabelNames.ProcessName)));

        var renamed = Batches.Make("a", 2, fixture.Now += 10 * Minute);
        renamed.HasAllEntities = false;
        renamed.Entities.Clear();
        renamed.Entities.Add(new EntityRecord { Number = 1, Kind = EntityKind.Host, Labels = { Batches.Label(LabelNames.HostName, "renamed") } });
        await fixture.SendAsync(renamed);
        Assert.Equal("renamed", Value(fixture.Catalog.Current.Processes.All.Single(), LabelNames.HostName));
        Assert.Equal("renamed", Value(fixture.Container("a-c1"), LabelNames.HostName));
        Assert.Equal("host-a", Value(fixture.Catalog.At(fixture.Now - (5 * Minute), fixture.Now - (4 * Minute), EntityKind.Container)[0], LabelNames.HostName));
    }

    [Theory]
    [InlineData(-3_000, -3_000)]
    [InlineData(-30_000, -30_000)]
    [InlineData(5_000, 0)]
    public async Task Current_AContainerThatBeganWithinABatch_BeganThen(long toldBegin, long expected)
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now);
        batch.Entities[1].BeginTimeMs = fixture.Now + toldBegin;
        await fixture.SendAsync(batch);
        Assert.Equal(fixture.Now + expected, fixture.Container("a-c0").BeginMilliseconds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_APastMoment_HasItsNamesAndLives(bool isRestarted)
    {
        using var fixture = new IngestFixture();
        var begin = fixture.Now;
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        var second = Batches.Make("a", 2, fixture.Now += 10 * Minute, containers: 1);
        second.Entities[1].Labels.Add(Batches.Label(LabelNames.AppName, "/shop"));
        second.Entities[1].Labels[1].Value = "other-name";
        await fixture.SendAsync(second);
        fixture.Now += 10 * Minute;
        if (isRestarted)
        {
            // So long that memory knows nothing any more.
            fixture.Now += 30 * 60 * Minute;
            fixture.Restart();
        }

        var before = fixture.Catalog.At(begin + Minute, begin + Minute + 1, EntityKind.Container);
        Assert.Equal(["a-c0", "a-c1"], before.Select(e => Value(e, LabelNames.ContainerId)).Order());
        Assert.Equal(["name-a-c0", "name-a-c1"], before.Select(e => Value(e, LabelNames.ContainerName)).Order());
        var after = fixture.Catalog.At(begin + (15 * Minute), begin + (16 * Minute), EntityKind.Container);
        Assert.Equal(("other-name", "/shop"), (Value(Assert.Single(after), LabelNames.ContainerName), Value(after[0], LabelNames.AppName)));
        Assert.Equal(2, fixture.Catalog.At(begin, fixture.Now, EntityKind.Container).Count(e => e.Id == after[0].Id));
    }

    [Fact]
    public async Task Current_AfterARestart_IsTheSame()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        var before = fixture.Catalog.Current.Containers.All;
        fixture.Restart();
        Assert.Equal(before.Select(e => (e.Id, e.Labels)), fixture.Catalog.Current.Containers.All.Select(e => (e.Id, e.Labels)));
        await fixture.SendAsync(Batches.Make("a", 2, fixture.Now += 10_000));
        Assert.Equal(before.Select(e => e.Id), fixture.Catalog.Current.Containers.All.Select(e => e.Id));
    }

    [Fact]
    public async Task Apply_AClustersReport_NamesContainersOfAllAgents()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        await fixture.SendAsync(Batches.Make("b", 1, fixture.Now));
        var report = Batches.Make("c", 1, fixture.Now, 0);
        report.Cluster = Report(("task-1", "TASK_RUNNING", "b-c1"));
        await fixture.SendAsync(report);
        Assert.Equal(("/shop", "TASK_RUNNING", "task-1"), (Value(fixture.Container("b-c1"), LabelNames.AppName), Value(fixture.Container("b-c1"), LabelNames.TaskState), Value(fixture.Container("b-c1"), LabelNames.TaskId)));
        Assert.Null(Value(fixture.Container("a-c1"), LabelNames.AppName));

        // A restarted master tells of nothing for a while, and the server and the container's agent begin anew: the names stay.
        for (ulong i = 2; i < 10; i++)
        {
            var empty = Batches.Make("c", i, fixture.Now += Minute, 0);
            empty.Cluster = Report();
            await fixture.SendAsync(empty);
        }

        fixture.Restart();
        await fixture.SendAsync(Batches.Make("b", 2, fixture.Now));
        Assert.Equal("/shop", Value(fixture.Container("b-c1"), LabelNames.AppName));
    }

    [Fact]
    public async Task Apply_NamesThatComeAMomentLater_HoldFromTheBeginning()
    {
        using var fixture = new IngestFixture();
        var first = fixture.Now;
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        fixture.Now += 20_000;
        var fresh = Batches.Make("a", 2, fixture.Now, 2);
        fresh.Entities.Add(Batches.Container(77, "young", fixture.Now - 5_000));
        await fixture.SendAsync(fresh);
        fixture.Now += 20_000;
        var report = Batches.Make("c", 1, fixture.Now, 0);
        report.Cluster = Report(("task-1", "TASK_RUNNING", "young"));
        await fixture.SendAsync(report);
        Assert.Equal("/shop", Value(Assert.Single(fixture.Catalog.At(first, fixture.Now, EntityKind.Container), e => Value(e, LabelNames.ContainerId) == "young"), LabelNames.AppName));
    }

    [Fact]
    public async Task Current_TasksWithoutContainer_Wait()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        var report = Batches.Make("c", 1, fixture.Now, 0);
        report.Cluster = Report(("task-1", "TASK_STAGING", ""), ("task-2", "TASK_FAILED", ""), ("task-3", "TASK_RUNNING", "a-c0"), ("task-4", "TASK_STAGING", "a-c1"));
        await fixture.SendAsync(report);
        Assert.Equal([("task-1", "TASK_STAGING"), ("task-2", "TASK_FAILED")], fixture.Catalog.Current.WaitingTasks.Select(t => (t.TaskId, t.State)));
        fixture.Now += 11 * Minute;
        fixture.Catalog.Trim();
        Assert.Equal("task-1", Assert.Single(fixture.Catalog.Current.WaitingTasks).TaskId);
    }

    [Fact]
    public async Task Current_WhileNothingChanges_IsTheSameObject()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        var before = fixture.Catalog.Current;
        await fixture.SendAsync(Batches.Make("a", 2, fixture.Now += 10_000));
        Assert.Same(before, fixture.Catalog.Current);
        await fixture.SendAsync(Batches.Make("a", 3, fixture.Now += 10_000, containers: 3));
        Assert.NotEqual(before.Containers.Version, fixture.Catalog.Current.Containers.Version);
        Assert.Equal(before.Hosts.Version, fixture.Catalog.Current.Hosts.Version);
    }

    [Fact]
    public async Task Current_EntitiesThatEnded_StayForAQuarterOfAnHour()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        await fixture.SendAsync(Batches.Make("a", 2, fixture.Now += 10_000, containers: 1));
        Assert.Equal(2, fixture.Catalog.Current.Containers.All.Count);
        Assert.NotEqual(Entity.NeverMilliseconds, fixture.Container("a-c1").EndMilliseconds);
        fixture.Now += 16 * Minute;
        Assert.Single(fixture.Catalog.Current.Containers.All);
    }

    [Fact]
    public async Task Apply_AMillionNewLabels_IsBounded()
    {
        var limits = new EntityLimits { ChangesPerMinute = 100, Labels = 10, ValueLength = 20, NameLength = 30 };
        using var fixture = new IngestFixture(limits);
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        for (ulong i = 2; i < 12; i++)
        {
            var batch = Batches.Make("a", i, fixture.Now += 1_000, 0);
            batch.HasAllEntities = false;
            for (var n = 0; n < 100; n++)
            {
                var record = Batches.Container((ulong)n + 2, $"c{n}", fixture.Now);
                record.Labels.Add(Enumerable.Range(0, 100).Select(l => Batches.Label($"label-{i}-{l}", new string('x', 50))));
                batch.Entities.Add(record);
            }

            Assert.True((await fixture.SendAsync(batch)).WantsAllEntities || i == 2);
        }

        Assert.InRange(fixture.Catalog.Current.Containers.All.Count, 90, 101);
        Assert.All(fixture.Catalog.Current.Containers.All, e => Assert.InRange(e.Labels.All.Count, 1, 11));
        Assert.InRange(fixture.Refused("a", "change of names beyond the agent's rate"), 800u, 950u);
        Assert.InRange(fixture.Refused("a", "label beyond an entity's limit"), 80_000u, 100_000u);
        Assert.True(fixture.Refused("a", "label value cut") > 0);
    }

    [Fact]
    public async Task Apply_LabelsWithWordsOfTheDatabase_AreTexts()
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now);
        const string Words = "'); DROP TABLE entity; --\" \\ \u0000 é 😀";
        batch.Entities[1].Labels.Add(Batches.Label("x'; DELETE FROM happening", Words));
        await fixture.SendAsync(batch);
        fixture.Now += 40L * 60 * Minute;
        fixture.Restart();
        var stored = fixture.Catalog.At(fixture.Now - (40L * 60 * Minute) - Minute, fixture.Now, EntityKind.Container)[0];
        Assert.Equal(Words, Value(stored, "x'; DELETE FROM happening"));
    }

    static ClusterReport Report(params (string Task, string State, string Container)[] tasks)
    {
        var report = new ClusterReport { ClusterId = "x", HasAllTasks = true };
        foreach (var (task, state, container) in tasks)
        {
            report.Tasks.Add(new TaskRecord { TaskId = task, State = state, Labels = { Batches.Label(LabelNames.AppName, "/shop") }, ContainerIds = { container.Length > 0 ? [container] : Array.Empty<string>() } });
        }

        return report;
    }
}
