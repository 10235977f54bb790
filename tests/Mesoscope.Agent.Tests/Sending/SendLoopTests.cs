using Mesoscope.Agent.Sending;
using Mesoscope.Agent.Spool;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.Sending;

public sealed class SendLoopTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-send-");
    readonly CancellationTokenSource _end = new();
    readonly List<string> _log = [];

    public void Dispose()
    {
        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task RunAsync_ServerBusyForAWhile_LosesAndRepeatsNothing()
    {
        await using var server = await BatchServer.StartAsync();
        var refusals = new Queue<int>([429, 503, 500]);
        server.Refuse = _ => refusals.TryDequeue(out var status) ? status : null;
        var spool = Spool(20);
        await RunAsync(server.Address, spool, async _ => await server.WaitAsync(static batches => batches.Count == 20));
        Assert.Equal(Enumerable.Range(1, 20).Select(static n => (ulong)n), server.Batches.Select(static batch => batch.Sequence));
        Assert.Equal(Enumerable.Range(0, 20).Select(static n => (long)n), server.Batches.Select(static batch => batch.SampleSets.Single().TimeMs));
        Assert.Equal(0, spool.Count);
        Assert.Contains(_log, static line => line.Contains("429", StringComparison.Ordinal));
        Assert.Equal("server: works again", _log[^1]);
    }

    [Fact]
    public async Task RunAsync_ServerAwayAndBack_LosesAndRepeatsNothing()
    {
        var server = await BatchServer.StartAsync();
        var port = server.Address.Port;
        await server.DisposeAsync();
        var spool = Spool(5);
        await RunAsync(new Uri($"http://127.0.0.1:{port}"), spool, async loop =>
        {
            await WaitAsync(() => _log.Count > 0);
            server = await BatchServer.StartAsync(port);
            await server.WaitAsync(static batches => batches.Count == 5);
        });
        Assert.Equal([1ul, 2, 3, 4, 5], server.Batches.Select(static batch => batch.Sequence));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_AnswersLost_RepeatsWithTheSameNumber()
    {
        await using var server = await BatchServer.StartAsync();
        var lost = 0;
        server.Answer = reply => reply.AcknowledgedSequence -= ++lost == 1 ? 1ul : 0;
        var spool = Spool(3);
        await RunAsync(server.Address, spool, async _ => await WaitAsync(() => spool.Count == 0));
        Assert.Equal(4, server.RequestCount);
        Assert.Equal([1ul, 2, 3], server.Batches.Select(static batch => batch.Sequence));
    }

    [Fact]
    public async Task RunAsync_WrongKey_SaysSoOnceAndKeepsAll()
    {
        await using var server = await BatchServer.StartAsync();
        var spool = Spool(3);
        await RunAsync(server.Address, spool, async _ => await WaitAsync(() => _log.Count > 0), key: "wrong-key");
        Assert.Equal(3, spool.Count);
        Assert.Equal(1, server.RequestCount);
        var line = Assert.Single(_log);
        Assert.Contains("access key", line, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BatchThatTheServerRefuses_IsDroppedAndCounted()
    {
        await using var server = await BatchServer.StartAsync();
        var count = 0;
        server.Refuse = _ => ++count == 1 ? 400 : null;
        var spool = Spool(3);
        await RunAsync(server.Address, spool, async loop =>
        {
            await server.WaitAsync(static batches => batches.Count == 2);
            Assert.Equal((1, true), (loop.RefusedBatches, loop.WantsAllEntities));
        });
        Assert.Equal([2ul, 3], server.Batches.Select(static batch => batch.Sequence));
    }

    [Fact]
    public async Task RunAsync_ServerThatIsOurselvesAhead_GoesOnBehindIt()
    {
        await using var server = await BatchServer.StartAsync();
        server.Answer = static reply => reply.AcknowledgedSequence = Math.Max(reply.AcknowledgedSequence, 50);
        var spool = Spool(1);
        await RunAsync(server.Address, spool, async loop =>
        {
            await server.WaitAsync(static batches => batches.Any(static batch => batch.Sequence > 50));
            Assert.True(loop.WantsAllEntities);
        });
    }

    [Fact]
    public async Task RunAsync_AnotherAgentHasTheId_SaysSo()
    {
        await using var server = await BatchServer.StartAsync();
        server.Refuse = static _ => 409;
        await RunAsync(server.Address, Spool(1), async loop => await loop.Conflict.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task SendAsync_ServerWithAPath_KeepsIt()
    {
        await using var server = await BatchServer.StartAsync();
        using var client = new ServerClient(new Uri(server.Address, "prefix/"), new Secret(BatchServer.Key), TlsOptions.Default, TimeProvider.System);
        var result = await client.SendAsync(default, new SampleBatch { AgentId = "a", Sequence = 1 }, CancellationToken.None);
        Assert.Equal(SendOutcome.Later, result.Outcome);
        Assert.Contains("404", result.Reason, StringComparison.Ordinal);
    }

    async Task RunAsync(Uri address, BatchSpool spool, Func<SendLoop, Task> act, string key = BatchServer.Key)
    {
        using var client = new ServerClient(address, new Secret(key), TlsOptions.Default, TimeProvider.System);
        using var loop = new SendLoop(spool, client, "agent", Log, TimeProvider.System);
        var run = Task.Run(() => loop.RunAsync(_end.Token));
        await act(loop);
        await _end.CancelAsync();
        await run;
    }

    BatchSpool Spool(int count)
    {
        var spool = new BatchSpool(_folder.FullName, 1 << 20);
        for (var i = 0; i < count; i++)
        {
            spool.Add(new SampleBatch { SampleSets = { new SampleSet { TimeMs = i, Seconds = 10 } } });
        }

        return spool;
    }

    static async Task WaitAsync(Func<bool> isDone)
    {
        for (var end = DateTime.UtcNow.AddMinutes(2); !isDone(); await Task.Delay(20))
        {
            Assert.True(DateTime.UtcNow < end, "what was waited for did not happen within two minutes");
        }
    }

    void Log(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }
}
