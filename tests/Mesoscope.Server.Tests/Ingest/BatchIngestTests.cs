using System.Globalization;
using Google.Protobuf;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Ingest;

namespace Mesoscope.Server.Tests.Ingest;

public sealed class BatchIngestTests
{
    [Fact]
    public async Task Take_TheSameBatchAgain_StoresItOnce()
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now);
        batch.Happenings.Add(new Happening { Kind = "container.died", TimeMs = fixture.Now, Text = "died", Entity = 2 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1u, (await fixture.SendAsync(batch.Clone())).AcknowledgedSequence);
            Assert.Single(fixture.Samples("a-c0"));
            Assert.Single(fixture.Store.Store.Records.ReadHappenings(0, long.MaxValue, 10));
            if (i == 1)
            {
                fixture.Restart();
            }
        }
    }

    [Fact]
    public async Task Take_BatchesOutOfOrder_StoresEachOnceAndPromisesNoOther()
    {
        using var fixture = new IngestFixture();
        foreach (var (sequence, acknowledged) in ((ulong, ulong)[])[(1, 1), (3, 3), (2, 3), (6, 6), (3, 3), (5, 6)])
        {
            var batch = Batches.Make("a", sequence, fixture.Now);
            batch.SampleSets[0].TimeMs = fixture.Now + ((long)sequence * 10_000) - 100_000;
            Assert.Equal(acknowledged, (await fixture.SendAsync(batch)).AcknowledgedSequence);
        }

        Assert.Equal(5, fixture.Samples("a-c0").Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_000)]
    [InlineData(-9_000)]
    [InlineData(86_400_000)]
    [InlineData(-86_400_000)]
    [InlineData(47_000)]
    public async Task Take_FromAClockThatIsOff_StoresAtTheServersTime(long skew)
    {
        using var fixture = new IngestFixture();
        for (ulong i = 1; i <= 5; i++)
        {
            await fixture.SendAsync(Batches.Make("a", i, fixture.Now + skew));
            fixture.Now += 10_000;
        }

        var samples = fixture.Samples("a-c0");
        Assert.Equal(5, samples.Count);
        Assert.All(samples, s => Assert.InRange(s.Point.EndMilliseconds, fixture.Now - 70_000, fixture.Now + 10_000));
        Assert.Equal(skew, fixture.Status("a").ClockSkewMilliseconds);
        Assert.InRange(fixture.Container("a-c0").BeginMilliseconds, fixture.Now - 370_000, fixture.Now - 290_000);
    }

    [Fact]
    public async Task Take_SamplesThatMakeNoSense_CountsThemAndTakesTheRest()
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now, containers: 3);
        var entities = batch.SampleSets[0].Entities;
        entities[0].Metrics.Add(77_777);
        entities[0].Sums.Add(1);
        entities[0].Minimums.Add(1);
        entities[0].Maximums.Add(1);
        entities[1].Sums.Add(4);
        entities[2].Sums[0] = double.NaN;
        entities.Add(new EntitySamples { Entity = 99, Metrics = { Batches.Cpu }, Sums = { 1 } });
        batch.SampleSets.Add(new SampleSet { TimeMs = fixture.Now, Seconds = 11, Entities = { entities[0].Clone() } });
        batch.SampleSets.Add(new SampleSet { TimeMs = fixture.Now + 3_600_000, Seconds = 10, Entities = { entities[0].Clone() } });
        batch.SampleSets.Add(new SampleSet { TimeMs = fixture.Now - (24 * 3_600_000), Seconds = 10, Entities = { entities[0].Clone() } });
        batch.Happenings.Add(new Happening { TimeMs = fixture.Now });

        var reply = await fixture.SendAsync(batch);

        Assert.Equal(1u, reply.AcknowledgedSequence);
        Assert.True(reply.WantsAllEntities);
        Assert.Single(fixture.Samples("a-c0"));
        Assert.Empty(fixture.Samples("a-c1"));
        Assert.Empty(fixture.Samples("a-c2"));
        Assert.Single(fixture.Samples("a-c2", Batches.Memory));
        foreach (var cause in (string[])["unknown metric 77777", "samples whose lists differ in length", "value that is no number", "samples of an unknown entity", "span that is not within ten seconds", "span in the future", "span too old", "happening without kind"])
        {
            Assert.Equal(1u, fixture.Refused("a", cause));
        }
    }

    // As an agent sends that starts within ten seconds and is looked at for two of them: lengths, and the ends within the ten seconds.
    [Theory]
    [InlineData("1@4 6@10", 7)]
    [InlineData("1@1 1@2 8@10", 10)]
    [InlineData("5@5 1@6 1@7 3@10", 10)]
    [InlineData("5@5 3@8", 8)]
    [InlineData("5@5 3@6 5@5 1@4 5@10", 10)]
    public async Task Take_PartsOfTenSeconds_AddsThemUpAndNoSecondTwice(string spans, uint seconds)
    {
        using var fixture = new IngestFixture();
        fixture.Now = (fixture.Now / 10_000 * 10_000) + 10_000;
        ulong sequence = 0;
        foreach (var parts in spans.Split(' ').Select(static span => span.Split('@')))
        {
            var batch = Batches.Make("a", ++sequence, fixture.Now, containers: 1);
            var set = batch.SampleSets[0];
            set.Seconds = uint.Parse(parts[0], CultureInfo.InvariantCulture);
            set.TimeMs = fixture.Now - 10_000 + (1000 * long.Parse(parts[1], CultureInfo.InvariantCulture));
            set.Entities[0].Sums[0] = 3 * set.Seconds;
            set.Entities[0].Count = 0;
            await fixture.SendAsync(batch);
        }

        for (var i = 0; i < 2; i++)
        {
            var point = Assert.Single(fixture.Samples("a-c0")).Point;
            Assert.Equal((fixture.Now, seconds, 3.0 * seconds), (point.EndMilliseconds, point.Count, point.Sum));
            fixture.Restart();
        }

        Assert.Empty(fixture.Status("a").Drops);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(11, 0)]
    [InlineData(5, 4)]
    [InlineData(9, -2)]
    public async Task Take_SpanThatIsNotWithinTenSeconds_CountsIt(uint seconds, int endSecond)
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now, containers: 1);
        batch.SampleSets[0].Seconds = seconds;
        batch.SampleSets[0].TimeMs = (fixture.Now / 10_000 * 10_000) + (1000 * endSecond);
        await fixture.SendAsync(batch);
        Assert.Equal(1u, fixture.Refused("a", "span that is not within ten seconds"));
        Assert.Empty(fixture.Samples("a-c0"));
    }

    [Fact]
    public async Task Take_FromAnAgentOfAnotherVersion_TakesWhatItKnows()
    {
        // An older one says nothing of itself and of seconds; a later one says more than is known: field 500 with three bytes.
        using var fixture = new IngestFixture();
        var older = Batches.Make("a", 1, fixture.Now);
        older.Report = null;
        foreach (var entity in older.SampleSets[0].Entities)
        {
            entity.Count = 0;
        }

        byte[] later = [.. Batches.Make("b", 1, fixture.Now).ToByteArray(), 0xA2, 0x1F, 3, 1, 2, 3];
        foreach (var batch in (byte[][])[older.ToByteArray(), later])
        {
            await fixture.SendAsync(SampleBatch.Parser.ParseFrom(batch));
        }

        Assert.All(["a-c0", "b-c0"], container => Assert.Equal(10u, Assert.Single(fixture.Samples(container)).Point.Count));
    }

    [Fact]
    public async Task Take_FromAnAgentWithoutBounds_TakesTheMean()
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now);
        batch.SampleSets[0].Entities[0].Minimums.Clear();
        batch.SampleSets[0].Entities[0].Maximums.Clear();
        await fixture.SendAsync(batch);
        var point = Assert.Single(fixture.Samples("a-c0")).Point;
        Assert.Equal((0.5f, 0.5f, 10u), (point.Minimum, point.Maximum, point.Count));
    }

    [Theory]
    [InlineData("", 1ul, 1_700_000_000_000)]
    [InlineData("with space", 1ul, 1_700_000_000_000)]
    [InlineData("a", 0ul, 1_700_000_000_000)]
    [InlineData("a", ulong.MaxValue, 1_700_000_000_000)]
    [InlineData("a", 1ul, 0)]
    [InlineData("a", 1ul, 1_700_000_000)]
    public async Task Take_ABatchWithoutSense_SaysWhatWasExpected(string agent, ulong sequence, long sent)
    {
        using var fixture = new IngestFixture();
        var rejected = await Assert.ThrowsAsync<BatchRejectedException>(() => fixture.SendAsync(new SampleBatch { AgentId = agent, Sequence = sequence, SentTimeMs = sent }));
        Assert.Equal(400, rejected.Status);
    }

    [Fact]
    public async Task Take_TwoAgentsWithOneId_RefusesTheSecondAndNamesIt()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        fixture.Now += 10_000;
        var other = Batches.Make("a", 2, fixture.Now);
        other.Report.HostName = "another-host";
        var rejected = await Assert.ThrowsAsync<BatchRejectedException>(() => fixture.SendAsync(other));
        Assert.Equal(409, rejected.Status);
        Assert.Contains("another-host", Assert.Single(fixture.Status("a").Missing), StringComparison.Ordinal);
        Assert.Equal(2u, (await fixture.SendAsync(Batches.Make("a", 2, fixture.Now))).AcknowledgedSequence);
    }

    [Fact]
    public async Task Take_FromAnOldCopyOfAnAgent_IsRefused()
    {
        using var fixture = new IngestFixture();
        for (ulong i = 1; i <= 40; i++)
        {
            fixture.Now += 10_000;
            await fixture.SendAsync(Batches.Make("a", i, fixture.Now));
        }

        fixture.Restart();
        fixture.Now += 600_000;
        foreach (var sequence in (ulong[])[3, 39])
        {
            Assert.Equal(409, (await Assert.ThrowsAsync<BatchRejectedException>(() => fixture.SendAsync(Batches.Make("a", sequence, fixture.Now)))).Status);
        }
    }

    [Fact]
    public async Task Check_AgentThatFallsSilent_IsToldOnceAndItsContainersEndUntilItIsBack()
    {
        using var fixture = new IngestFixture();
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        for (var i = 0; i < 24; i++)
        {
            fixture.Now += 30_000;
            await fixture.Agents.CheckAsync();
        }

        Assert.Equal("agent.stale", Assert.Single(fixture.Store.Store.Records.ReadHappenings(0, long.MaxValue, 10)).Kind);
        Assert.True(fixture.Status("a").IsStale);
        Assert.NotEqual(Entities.Entity.NeverMilliseconds, fixture.Container("a-c0").EndMilliseconds);

        var back = Batches.Make("a", 2, fixture.Now);
        back.Entities.Clear();
        back.HasAllEntities = false;
        Assert.True((await fixture.SendAsync(back)).WantsAllEntities);
        Assert.Equal(Entities.Entity.NeverMilliseconds, fixture.Container("a-c0").EndMilliseconds);
    }

    [Fact]
    public async Task At_AMomentInWhichAnAgentWasSilent_IsStaleAlsoAfterARestart()
    {
        using var fixture = new IngestFixture();
        var begin = fixture.Now;
        await fixture.SendAsync(Batches.Make("a", 1, fixture.Now));
        fixture.Now += 300_000;
        Assert.True(IsStale(begin + 250_000));
        await fixture.SendAsync(Batches.Make("a", 2, fixture.Now));
        fixture.Now += 30_000;
        await fixture.SendAsync(Batches.Make("a", 3, fixture.Now));

        // While the server is away nobody can be heard.
        fixture.Now += 200_000;
        fixture.Restart();
        fixture.Now += 5_000;
        await fixture.SendAsync(Batches.Make("a", 4, fixture.Now));
        Assert.Equal((false, true, true, false), (IsStale(begin + 50_000), IsStale(begin + 70_000), IsStale(begin + 299_000), IsStale(begin + 301_000)));
        Assert.Equal((begin, false, false), (fixture.Agents.At(begin + 200_000).Single().LastSeenMilliseconds, IsStale(begin + 500_000), IsStale(fixture.Now)));

        bool IsStale(long at) => fixture.Agents.At(at).Single().IsStale;
    }

    [Fact]
    public async Task Take_MoreThanARate_IsToldToComeLater()
    {
        using var fixture = new IngestFixture();
        var batch = Batches.Make("a", 1, fixture.Now, 0);
        var rejected = await Assert.ThrowsAsync<BatchRejectedException>(async () =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                await fixture.SendAsync(batch);
            }
        });
        Assert.Equal((429, true), (rejected.Status, rejected.RetryAfterSeconds > 0));
    }
}
