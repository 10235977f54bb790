using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Connections;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Marathons;

/// <summary>
/// Keeps the groups, apps and pods of one Marathon fresh: asks when its events say that something changed, or again and again where
/// it sends none. What it cannot have, the others of the cluster do not miss.
/// </summary>
sealed class MarathonWatch(ClusterConnection connection, Uri root, MarathonEventLog events, TimeProvider clock)
{
    // Events of one deployment come in bunches; one question answers for all of them.
    static readonly TimeSpan s_bunch = TimeSpan.FromMilliseconds(200);

    // Marathon sends an empty line every few seconds to keep the connection.
    static readonly TimeSpan s_silence = TimeSpan.FromMinutes(1);

    // An event can be lost where Marathon itself restarts its stream.
    static readonly TimeSpan s_recheck = TimeSpan.FromMinutes(10);

    // A Marathon without a stream of events may be upgraded some day, or the router in front of it.
    static readonly TimeSpan s_pauseWithoutStream = TimeSpan.FromMinutes(10);
    static readonly TimeSpan s_pauseAfterFault = TimeSpan.FromSeconds(30);

    readonly MarathonClient _client = new(connection, root);
    readonly DocumentLimits _limits = new() { DocumentBytes = connection.Limits.DocumentBytes };
    readonly Backoff _backoff = new(connection.Interval);
    readonly ChangeSignal _changes = new();
    readonly string _source = $"Marathon {root}";
    readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    byte[] _frameworkId = [];
    bool _hasPods = true;

    /// <summary>Completes when it was asked once, with whatever result.</summary>
    public Task First => _first.Task;

    /// <summary>Watches until the end.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        while (true)
        {
            try
            {
                await FollowAsync(end).ConfigureAwait(false);
            }
            catch (ClusterException e)
            {
                connection.Log.Report(_source, e.Message);
            }

            _first.TrySetResult();
            await Task.Delay(_backoff.Next(), end).ConfigureAwait(false);
        }
    }

    async Task FollowAsync(CancellationToken end)
    {
        await IdentifyAsync(end).ConfigureAwait(false);
        using var round = CancellationTokenSource.CreateLinkedTokenSource(end);

        // Listening begins before the first question, so that no change falls between them.
        var (stream, pause) = await TryListenAsync(end).ConfigureAwait(false);
        using var disposing = stream;
        var listening = stream is null ? Task.Delay(pause, round.Token) : ListenAsync(stream, round.Token);
        var reading = ReadAsync(stream is null, round.Token);
        var ended = await Task.WhenAny(listening, reading).ConfigureAwait(false);
        await round.CancelAsync().ConfigureAwait(false);
        try
        {
            await ended.ConfigureAwait(false);
        }
        finally
        {
            await Task.WhenAll(listening, reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // No stream comes from Marathon before 0.9, from one that hides its events, or through a router that keeps them back: such a
    // Marathon is asked again and again, and after the pause for its stream once more.
    async Task<(ClusterAnswer? Stream, TimeSpan Pause)> TryListenAsync(CancellationToken end)
    {
        try
        {
            var stream = await _client.ListenAsync(end).ConfigureAwait(false);
            stream.ExpectEvery(s_silence);
            return (stream, TimeSpan.Zero);
        }
        catch (ClusterException e)
        {
            return (null, e.Fault is ClusterFault.NotSpoken or ClusterFault.Denied ? s_pauseWithoutStream : s_pauseAfterFault);
        }
    }

    async Task IdentifyAsync(CancellationToken end)
    {
        var info = await _client.ReadInfoAsync(end).ConfigureAwait(false);
        if (_frameworkId.Length > 0 && !ByteTextComparer.Instance.Equals(_frameworkId, info.FrameworkId))
        {
            // A Marathon that lost its state registers anew; its old framework will not come back.
            connection.State.ForgetMarathon(_frameworkId);
        }

        _frameworkId = info.FrameworkId;
        _hasPods = true;
    }

    async Task ListenAsync(ClusterAnswer stream, CancellationToken cancellation)
    {
        var reader = new ServerEventReader(stream.Body);
        while (await reader.NextAsync(cancellation).ConfigureAwait(false) is { } e)
        {
            if (MarathonEventTypes.IsDeployment(e.Type))
            {
                events.Add(new MarathonEvent(clock.GetUtcNow(), root, e.Type, e.Data.ToArray()));
            }

            if (MarathonEventTypes.TellsTask(e.Type))
            {
                TakeTask(MarathonEventReader.Read(e.Data.Span, _limits));
            }

            if (MarathonEventTypes.ChangesNames(e.Type))
            {
                _changes.Set();
            }
            else if (MarathonEventTypes.ChangesFramework(e.Type))
            {
                await IdentifyAsync(cancellation).ConfigureAwait(false);
                _changes.Set();
            }
        }

        throw new ClusterException(ClusterFault.Ended, $"{stream.Url}: Marathon ended the stream of events");
    }

    // The list of apps, which tells the rest, may take a while; until then this is enough for a new task's app.
    void TakeTask(Documents.MarathonEvent e)
    {
        if (e.IsUsable && TaskStates.IsLive(TaskStates.Parse(e.State)) && connection.State.TakeTask(_frameworkId, e.TaskId, e.AppId))
        {
            connection.Publisher.Signal();
        }
    }

    async Task ReadAsync(bool isPolling, CancellationToken cancellation)
    {
        while (true)
        {
            var start = Environment.TickCount64;
            await ReadAllAsync(cancellation).ConfigureAwait(false);
            _backoff.Reset();
            connection.Log.Recover(_source);
            _first.TrySetResult();
            var time = TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            if (isPolling)
            {
                await Task.Delay(connection.NextPoll(time), cancellation).ConfigureAwait(false);
                continue;
            }

            await Task.Delay(ClusterConnection.Rest(time), cancellation).ConfigureAwait(false);
            if (await _changes.WaitAsync(s_recheck, cancellation).ConfigureAwait(false))
            {
                await Task.Delay(s_bunch, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Asks for all documents. One that cannot be had does not keep the others away; it is an error behind them.</summary>
    async Task ReadAllAsync(CancellationToken cancellation)
    {
        ClusterException? fault = null;
        foreach (var read in new Func<CancellationToken, Task>[] { ReadGroupsAsync, ReadAppsAsync, ReadPodsAsync })
        {
            try
            {
                await read(cancellation).ConfigureAwait(false);
                connection.Publisher.Signal();
            }
            catch (ClusterException e) when (e.Fault is not (ClusterFault.Unreachable or ClusterFault.TimedOut or ClusterFault.NoLeader))
            {
                fault ??= e;
            }
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    async Task ReadGroupsAsync(CancellationToken cancellation) =>
        connection.State.TakeGroups(_frameworkId, await _client.ReadGroupsAsync(cancellation).ConfigureAwait(false));

    async Task ReadAppsAsync(CancellationToken cancellation) =>
        connection.State.TakeApps(_frameworkId, await _client.ReadAppsAsync(cancellation).ConfigureAwait(false));

    async Task ReadPodsAsync(CancellationToken cancellation)
    {
        if (!_hasPods)
        {
            return;
        }

        try
        {
            connection.State.TakePods(_frameworkId, await _client.ReadPodsAsync(cancellation).ConfigureAwait(false));
        }
        catch (ClusterException e) when (e.Fault is ClusterFault.NotSpoken)
        {
            _hasPods = false;
        }
    }
}
