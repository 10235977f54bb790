using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Connections;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.Leader;

namespace Mesoscope.Clusters.Masters;

/// <summary>
/// Keeps the state of a cluster fresh from whoever leads it: by the stream of the operator API where the leader speaks it, else by
/// asking again and again. Goes from master to master when one does not answer, and never gives up.
/// </summary>
/// <param name="connection">What all questions share.</param>
/// <param name="source">The masters.</param>
/// <param name="followsLeader">Whether a master that does not lead sends us to the one that does.</param>
sealed class MasterWatch(ClusterConnection connection, ILeaderSource source, bool followsLeader)
{
    const string Source = "master";
    const int MaxHops = 5;

    // A master without the operator API may be upgraded some day; one whose stream broke at once may work again soon.
    static readonly TimeSpan s_pauseWithoutStream = TimeSpan.FromMinutes(10);
    static readonly TimeSpan s_pauseAfterFault = TimeSpan.FromSeconds(30);

    readonly MasterClient _client = new(connection);
    readonly Backoff _backoff = new(connection.Interval);
    readonly Dictionary<Uri, long> _nextStream = [];
    readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Uri? _preferred;
    Uri? _leader;

    /// <summary>Completes when the first state was taken.</summary>
    public Task First => _first.Task;

    /// <summary>The root of the API of the master that led last; null before the first answer.</summary>
    public Uri? LeaderRoot => Volatile.Read(ref _leader);

    /// <summary>Watches until the end.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        while (true)
        {
            var candidates = source.Current;
            using var round = CancellationTokenSource.CreateLinkedTokenSource(end, candidates.Changed);
            try
            {
                try
                {
                    await FollowAnyAsync(candidates, round.Token).ConfigureAwait(false);
                }
                catch (ClusterException e)
                {
                    connection.Log.Report(Source, e.Message);
                }

                await Task.Delay(_backoff.Next(), round.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                // Another master was elected: no reason to wait.
                _preferred = null;
                _backoff.Reset();
            }
        }
    }

    /// <summary>Follows the first master that can be followed, until it cannot any more.</summary>
    async Task FollowAnyAsync(LeaderCandidates candidates, CancellationToken cancellation)
    {
        var reasons = new List<string>();
        foreach (var root in Order(candidates))
        {
            try
            {
                await FollowAsync(root, cancellation).ConfigureAwait(false);
            }
            catch (ClusterException e)
            {
                // If it led, the others know who leads now.
                _preferred = null;
                reasons.Add(e.Message);
            }
        }

        throw new ClusterException(ClusterFault.NoLeader, reasons.Count == 0 ? candidates.Reason : string.Join("; ", reasons));
    }

    List<Uri> Order(LeaderCandidates candidates)
    {
        var roots = candidates.Masters.Select(master => master.Url).Distinct().ToList();
        if (_preferred is not null && roots.Count > 0)
        {
            roots.Remove(_preferred);
            roots.Insert(0, _preferred);
        }

        return roots;
    }

    /// <summary>Follows one master by its stream, and while it has none by asking.</summary>
    async Task FollowAsync(Uri root, CancellationToken cancellation)
    {
        while (true)
        {
            if (Environment.TickCount64 >= _nextStream.GetValueOrDefault(root))
            {
                var hasStream = false;
                try
                {
                    await StreamAsync(root, () => hasStream = true, cancellation).ConfigureAwait(false);
                }
                catch (ClusterException e) when (!hasStream && e.Fault is not (ClusterFault.Unreachable or ClusterFault.NoLeader))
                {
                    // Mesos before 1.0, or a rule that lets us see the state and not the stream; else a fault that a question may not
                    // have. Who does not answer or knows no leader has the stream back when he does.
                    var pause = e.Fault is ClusterFault.NotSpoken or ClusterFault.Denied ? s_pauseWithoutStream : s_pauseAfterFault;
                    _nextStream[root] = Environment.TickCount64 + (long)pause.TotalMilliseconds;
                }
            }

            await PollAsync(root, _nextStream[root], cancellation).ConfigureAwait(false);
        }
    }

    async Task StreamAsync(Uri root, Action started, CancellationToken cancellation)
    {
        using var stream = await _client.SubscribeAsync(root, cancellation).ConfigureAwait(false);
        CheckSame(root, stream.Root);
        while (true)
        {
            var e = await stream.NextAsync(cancellation).ConfigureAwait(false);
            if (e.Kind is OperatorEventKind.Heartbeat or OperatorEventKind.Other)
            {
                continue;
            }

            connection.State.Take(e);
            if (e.Kind == OperatorEventKind.Subscribed)
            {
                started();
                Succeed(stream.Root);
            }

            connection.Publisher.Signal();
        }
    }

    async Task PollAsync(Uri root, long endTicks, CancellationToken cancellation)
    {
        for (var hops = 0; hops > 0 || Environment.TickCount64 < endTicks;)
        {
            var answer = await _client.ReadStateAsync(root, cancellation).ConfigureAwait(false);
            if (_client.FindLeader(answer) is { } leader)
            {
                CheckSame(root, leader);
                hops = hops < MaxHops ? hops + 1 : throw new ClusterException(
                    ClusterFault.Redirects, $"{root}: each of {MaxHops} masters named another as leader; they do not agree");
                root = leader;
                continue;
            }

            hops = 0;
            CheckSame(root, answer.Root);
            root = answer.Root;
            connection.State.Take(answer.State);
            Succeed(root);
            connection.Publisher.Signal();
            await Task.Delay(connection.NextPoll(answer.Time), cancellation).ConfigureAwait(false);
        }
    }

    void CheckSame(Uri root, Uri leader)
    {
        if (!followsLeader && Uri.Compare(root, leader, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new ClusterException(ClusterFault.NoLeader, $"{root}: this master does not lead, {leader} does, and leaders are not to be followed");
        }
    }

    // Before the names go out: who looks for Marathons among them asks for the leader.
    void Succeed(Uri root)
    {
        _preferred = root;
        Volatile.Write(ref _leader, root);
        _backoff.Reset();
        connection.Log.Recover(Source);
        _first.TrySetResult();
    }
}
