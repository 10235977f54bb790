using Mesoscope.Agent.Spool;
using Mesoscope.Clusters.Faults;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Sending;

/// <summary>
/// Writes batches to the spool and sends what waits there, one after the other, until the server has it. A server that is away or busy is
/// tried again after growing, jittered times.
/// </summary>
sealed class SendLoop : IDisposable
{
    // Between the tries of a server that is away.
    static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(60);

    // A wrong key does not get right by itself.
    static readonly TimeSpan s_deniedPause = TimeSpan.FromMinutes(1);

    /// <summary>How long the last batches may take when the agent ends; what is not sent then waits in the spool.</summary>
    static readonly TimeSpan s_lastTime = TimeSpan.FromSeconds(3);

    readonly BatchSpool _spool;
    readonly ServerClient _client;
    readonly string _agentId;
    readonly FaultNotes _faults;
    readonly TimeProvider _clock;
    readonly Backoff _backoff = new(s_longestPause);
    readonly SemaphoreSlim _news = new(0);
    readonly TaskCompletionSource _conflict = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="spool">What waits.</param>
    /// <param name="client">The server.</param>
    /// <param name="agentId">This agent.</param>
    /// <param name="log">Takes lines about faults.</param>
    /// <param name="clock">The time.</param>
    public SendLoop(BatchSpool spool, ServerClient client, string agentId, Action<string> log, TimeProvider clock)
    {
        _spool = spool;
        _client = client;
        _agentId = agentId;
        _faults = new FaultNotes(log, clock);
        _clock = clock;
    }

    /// <summary>Whether somebody looks live at what the agent measures.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Whether the server has to be told of all entities; set back by who does.</summary>
    public bool WantsAllEntities { get; set; }

    /// <summary>Batches that the server refused for good.</summary>
    public long RefusedBatches { get; private set; }

    /// <summary>Completes when another agent turns out to use this one's id.</summary>
    public Task Conflict => _conflict.Task;

    /// <summary>There is something to send.</summary>
    public void Signal() => _news.Release();

    /// <summary>Sends until the end, and then a little longer what still waits.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            await ProcessAsync(end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The end, after which the last batches follow.
        }
    }

    /// <summary>Sends what still waits, once and for a short time, when nothing is added any more.</summary>
    public async Task FinishAsync()
    {
        using var limit = new CancellationTokenSource(s_lastTime, _clock);
        try
        {
            while (_spool.TryPeek(out var batch) && await TrySendAsync(batch, limit.Token).ConfigureAwait(false) == TimeSpan.Zero)
            {
            }
        }
        catch (OperationCanceledException)
        {
            // It waits for the next start.
        }
    }

    /// <summary>Lets go of what it waits with.</summary>
    public void Dispose() => _news.Dispose();

    async Task ProcessAsync(CancellationToken end)
    {
        while (true)
        {
            if (!_spool.TryPeek(out var batch))
            {
                await _news.WaitAsync(end).ConfigureAwait(false);
                continue;
            }

            var pause = await TrySendAsync(batch, end).ConfigureAwait(false);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, _clock, end).ConfigureAwait(false);
            }
        }
    }

    // A disk that does not take what the server said must not end the sending.
    async Task<TimeSpan> TrySendAsync(SpooledBatch batch, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(batch, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _faults.Report($"the spool cannot note its answer: {e.Message}");
            return _backoff.Next();
        }
    }

    /// <summary>Sends a batch; answers how long to wait before the next, or the same again.</summary>
    async Task<TimeSpan> SendAsync(SpooledBatch batch, CancellationToken cancel)
    {
        var head = new SampleBatch { AgentId = _agentId, Sequence = batch.Sequence, SentTimeMs = _clock.GetUtcNow().ToUnixTimeMilliseconds() };
        head.Report = new AgentReport { SpooledBatches = (ulong)Math.Max(0, _spool.Count - 1) };
        var result = await _client.SendAsync(batch.Content, head, cancel).ConfigureAwait(false);
        switch (result.Outcome)
        {
            case SendOutcome.Taken:
                Take(result.Reply!);
                // A server that takes a batch and does not keep it must not be asked again and again at once.
                return result.Reply!.AcknowledgedSequence < batch.Sequence ? Longer(result.Wait, _backoff.Next()) : result.Wait;
            case SendOutcome.Refused:
                RefusedBatches++;
                _faults.Report($"{result.Reason}; it is dropped");
                WantsAllEntities = true;
                _spool.Acknowledge(batch.Sequence);
                return TimeSpan.Zero;
            case SendOutcome.Conflict:
                _faults.Report(result.Reason);
                _conflict.TrySetResult();
                return s_deniedPause;
            default:
                IsLive = false;
                _faults.Report($"{result.Reason}; what is measured waits on the disk");
                return Longer(result.Wait, result.Outcome == SendOutcome.Denied ? s_deniedPause : _backoff.Next());
        }
    }

    static TimeSpan Longer(TimeSpan x, TimeSpan y) => x > y ? x : y;

    void Take(BatchReply reply)
    {
        _faults.Recover();
        IsLive = reply.IsLive;
        WantsAllEntities |= reply.WantsAllEntities;
        var before = _spool.Acknowledged;
        if (_spool.Acknowledge(reply.AcknowledgedSequence))
        {
            WantsAllEntities = true;
        }

        if (_spool.Acknowledged > before)
        {
            _backoff.Reset();
        }
    }
}
