using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Authentication;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Connections;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.Leader;
using Mesoscope.Clusters.Marathons;
using Mesoscope.Clusters.Masters;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.State;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Watch;

/// <summary>
/// Watches a cluster in the background, from its construction until it is disposed: all names that can be had, as fresh as its servers
/// tell. Nothing that a server does or does not do ends it; faults are said, at most once a minute for each server.
/// </summary>
public sealed class ClusterWatch : IDisposable
{
    // Requests end at once when they are cancelled; whatever does not is not waited for.
    static readonly TimeSpan s_endTime = TimeSpan.FromSeconds(1);
    static readonly TimeSpan s_zooKeeperTimeout = TimeSpan.FromSeconds(10);

    readonly CancellationTokenSource _end = new();
    readonly ClusterHttp _http;
    readonly List<TokenAuthorization> _tokens = [];
    readonly ILeaderSource? _source;
    readonly MasterWatch? _master;
    readonly MarathonSet _marathons;
    readonly Task _run;
    bool _isDisposed;

    /// <summary>Begins to watch.</summary>
    /// <param name="options">Which cluster, and how.</param>
    /// <param name="report">Takes lines about faults, without secrets; called from other threads, one at a time.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public ClusterWatch(WatchOptions options, Action<string> report, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        clock ??= TimeProvider.System;
        var limits = ClientLimits.For(options.Interval);
        var log = new FaultLog(report, clock);
        _http = new ClusterHttp(options.Tls, limits);
        State = new ClusterState(options.Names, clock);
        var publisher = new NamePublisher(State, OnPublished);
        var connection = new ClusterConnection(_http, new CredentialRing(), limits, State, publisher, log, options.Interval);
        AddCredentials(connection.Ring, options, clock);
        _source = OpenSource(connection, options);
        _master = _source is null ? null : new MasterWatch(connection, _source, options.FollowsLeader);
        var marathons = options.Addresses.Marathons.Select(marathon => marathon.Url).ToList();
        _marathons = new MarathonSet(connection, marathons, Basic(options.MarathonCredentials), Deployments, clock);
        _run = Task.WhenAll(
            Task.Run(() => publisher.RunAsync(_end.Token)),
            Task.Run(() => _master?.RunAsync(_end.Token) ?? Task.CompletedTask),
            Task.Run(() => _marathons.RunAsync(() => _master?.LeaderRoot, _end.Token)));
    }

    /// <summary>Other names are in use from here on; raised by one background task at a time.</summary>
    public event Action<ClusterNames>? Published;

    /// <summary>The names; <see cref="ClusterState.Current"/> may be read from any thread.</summary>
    public ClusterState State { get; }

    /// <summary>What Marathons deployed.</summary>
    public MarathonEventLog Deployments { get; } = new();

    /// <summary>Waits for the first names: the master's, and those of the Marathons that were named or found with them.</summary>
    /// <param name="limit">No longer than this.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>True when all were asked; false when the time was over first, with whatever names there are.</returns>
    public async Task<bool> WaitForFirstAsync(TimeSpan limit, CancellationToken cancellation = default)
    {
        try
        {
            await Task.WhenAll(_master?.First ?? Task.CompletedTask, _marathons.Settled).WaitAsync(limit, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            State.Publish();
        }
    }

    /// <summary>Ends the watch; the last names stay readable.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        _end.Cancel();
        _source?.Dispose();
        try
        {
            if (_run.Wait(s_endTime))
            {
                _end.Dispose();
            }
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            _end.Dispose();
        }

        _http.Dispose();
        _tokens.ForEach(token => token.Dispose());
    }

    static BasicAuthorization? Basic(Credentials? credentials) => credentials is null ? null : new BasicAuthorization(credentials);

    void OnPublished()
    {
        _marathons.Signal();
        Published?.Invoke(State.Current);
    }

    void AddCredentials(CredentialRing ring, WatchOptions options, TimeProvider clock)
    {
        foreach (var master in options.Addresses.Masters)
        {
            ring.Add(master.Url, (IAuthorization?)Basic(master.Credentials ?? options.MasterCredentials) ?? Token(master.Url, options.DcosLogin, clock));
        }

        foreach (var marathon in options.Addresses.Marathons)
        {
            ring.Add(marathon.Url, (IAuthorization?)Basic(marathon.Credentials ?? options.MarathonCredentials) ?? Token(marathon.Url, options.DcosLogin, clock));
        }
    }

    /// <summary>A token per origin, as each logs in at its own router; null when there is no login.</summary>
    TokenAuthorization? Token(Uri server, Login? login, TimeProvider clock)
    {
        if (login is null)
        {
            return null;
        }

        var token = login.Account is { } account
            ? new TokenAuthorization(_http, server, account, clock)
            : new TokenAuthorization(_http, server, login.Credentials!, clock);
        _tokens.Add(token);
        return token;
    }

    static ILeaderSource? OpenSource(ClusterConnection connection, WatchOptions options)
    {
        if (options.Addresses.ZooKeeper is { } zooKeeper)
        {
            return new ElectionWatch(
                zooKeeper,
                options.UsesTlsBehindZooKeeper ? Uri.UriSchemeHttps : Uri.UriSchemeHttp,
                connection.Interval,
                connection.Log,
                leader => connection.Ring.Add(leader, Basic(options.MasterCredentials)),
                cancellation => ZooKeeperSession.Open(zooKeeper, s_zooKeeperTimeout, cancellation));
        }

        return options.Addresses.Masters.Count > 0 ? new NamedMasters(options.Addresses.Masters) : null;
    }
}
