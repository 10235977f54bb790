using System.Collections.Concurrent;
using System.Text;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Connections;
using Mesoscope.Clusters.Documents;

namespace Mesoscope.Clusters.Masters;

/// <summary>The questions to a master. Any master can be asked: a standby sends us to the leader, which thereby is announced.</summary>
sealed class MasterClient(ClusterConnection connection)
{
    // Until Mesos 0.24 there was only the second name, since 1.8.0 there is only the first. (/master/state-summary, which is smaller,
    // counts tasks but does not name them.)
    const string StatePath = "master/state";
    const string OldStatePath = "master/state.json";
    const string OperatorPath = "api/v1";
    const string RedirectPath = "master/redirect";

    static readonly byte[] s_subscribe = """{"type":"SUBSCRIBE"}"""u8.ToArray();

    readonly ConcurrentDictionary<Uri, string> _statePaths = new();

    /// <summary>Asks for the whole state.</summary>
    /// <param name="root">The root of a master's API.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ClusterException">There is no state, or none that can be read.</exception>
    public async Task<MasterAnswer> ReadStateAsync(Uri root, CancellationToken cancellation)
    {
        var path = _statePaths.GetValueOrDefault(root, StatePath);
        try
        {
            return await ReadStateAsync(root, path, cancellation).ConfigureAwait(false);
        }
        catch (ClusterException e) when (e.Fault == ClusterFault.NotSpoken)
        {
            // The other name; also after an upgrade that took the one that worked.
            var other = path == StatePath ? OldStatePath : StatePath;
            var answer = await ReadStateAsync(root, other, cancellation).ConfigureAwait(false);
            _statePaths[root] = other;
            return answer;
        }
    }

    /// <summary>Subscribes to changes; the stream's first event is the whole state.</summary>
    /// <param name="root">The root of a master's API.</param>
    /// <param name="cancellation">Ends it and the stream.</param>
    /// <exception cref="ClusterException">This master does not speak the operator API (<see cref="ClusterFault.NotSpoken"/>), or does not answer.</exception>
    public async Task<OperatorStream> SubscribeAsync(Uri root, CancellationToken cancellation)
    {
        var request = new ClusterRequest(new Uri(root, OperatorPath)) { Body = s_subscribe, IsStream = true };
        var answer = await AskAsync(root, request, cancellation).ConfigureAwait(false);
        return new OperatorStream(answer, answer.Root(OperatorPath) ?? root, connection.Limits);
    }

    async Task<MasterAnswer> ReadStateAsync(Uri root, string path, CancellationToken cancellation)
    {
        var start = Environment.TickCount64;
        using var answer = await AskAsync(root, new ClusterRequest(new Uri(root, path)), cancellation).ConfigureAwait(false);
        var limits = new DocumentLimits { DocumentBytes = connection.Limits.DocumentBytes };
        var state = await Task.Run(() => MasterStateReader.Read(answer.Body, limits), cancellation).ConfigureAwait(false);
        return state.IsUsable
            ? new MasterAnswer(state, answer.Root(path) ?? root, TimeSpan.FromMilliseconds(Environment.TickCount64 - start))
            : throw new ClusterException(ClusterFault.BadDocument, $"{answer.Url}: the answer is no state of a master: {state.Faults}");
    }

    /// <summary>
    /// Asks with the credentials of the master. A leader that a standby redirects to gets them too, once the standby's own
    /// announcement of its leader, which is another question, names the same origin: a login page in between does not get them.
    /// </summary>
    async Task<ClusterAnswer> AskAsync(Uri root, ClusterRequest request, CancellationToken cancellation)
    {
        try
        {
            return await connection.Http.AskAsync(request, connection.Ring, cancellation).ConfigureAwait(false);
        }
        catch (ClusterException e) when (e.Fault == ClusterFault.Denied)
        {
            var question = new ClusterRequest(new Uri(root, RedirectPath));
            var leader = await connection.Http.AskAnnouncementAsync(question, connection.Ring, cancellation).ConfigureAwait(false);
            if (leader is null || connection.Ring.Knows(leader))
            {
                throw;
            }

            connection.Ring.Announce(root, leader);
            return await connection.Http.AskAsync(request, connection.Ring, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The root of the leader that a standby of Mesos before 1.0 names in its state, such as <c>master@10.0.0.5:5050</c>.</summary>
    /// <returns>Null when this master leads, or does not say.</returns>
    /// <exception cref="ClusterException">It knows no leader, or names one that is no address.</exception>
    public Uri? FindLeader(MasterAnswer answer)
    {
        var state = answer.State;
        if (state.Leader.Length == 0)
        {
            return state.Address.Length > 0 && state.Frameworks.Count == 0 && state.ElectedSeconds == 0
                ? throw new ClusterException(ClusterFault.NoLeader, $"{answer.Root}: this master does not lead and knows no leader")
                : null;
        }

        if (state.Address.Length == 0 || state.IsFromLeader)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(state.Leader);
        var host = text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..];
        if (!Uri.TryCreate($"{answer.Root.Scheme}://{host}/", UriKind.Absolute, out var leader) || leader.UserInfo.Length > 0)
        {
            throw new ClusterException(ClusterFault.BadDocument, $"{answer.Root}: names '{text}' as its leader; expected master@HOST:PORT");
        }

        connection.Ring.Announce(answer.Root, leader);
        return leader;
    }
}
