using System.Globalization;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.ZooKeeper;

namespace Mesoscope.Clusters.Leader;

/// <summary>
/// Follows the election in ZooKeeper on a thread of its own, as ZooKeeper's calls block. A lost session is opened again; until then
/// the last known leader stays, as masters outlive a ZooKeeper that is restarted.
/// </summary>
sealed class ElectionWatch : ILeaderSource
{
    // A watch can be lost with a session that looks alive; asking again costs two small requests.
    static readonly TimeSpan s_recheck = TimeSpan.FromSeconds(30);

    static readonly TimeSpan s_endTime = TimeSpan.FromSeconds(1);

    readonly ZooKeeperAddress _address;
    readonly string _scheme;
    readonly Func<CancellationToken, IElectionSession> _open;
    readonly Action<Uri> _announce;
    readonly FaultLog _log;
    readonly Backoff _backoff;
    readonly CancellationTokenSource _end = new();
    readonly Thread _thread;
    CancellationTokenSource _change = new();
    LeaderCandidates _current;

    /// <summary>Begins to follow.</summary>
    /// <param name="address">The servers and the path of the election.</param>
    /// <param name="scheme">How masters are spoken to, <c>http</c> or <c>https</c>: their nodes do not say it.</param>
    /// <param name="interval">The longest wait between two attempts to open a session.</param>
    /// <param name="log">Where faults are said.</param>
    /// <param name="announce">Is told the root of each master that leads, before it is known to others.</param>
    /// <param name="open">Opens a session.</param>
    public ElectionWatch(
        ZooKeeperAddress address, string scheme, TimeSpan interval, FaultLog log, Action<Uri> announce, Func<CancellationToken, IElectionSession> open)
    {
        _announce = announce;
        _address = address;
        _scheme = scheme;
        _open = open;
        _log = log;
        _backoff = new Backoff(interval);
        _current = new LeaderCandidates([], _change.Token, $"{address}: not asked yet");
        _thread = new Thread(Run) { IsBackground = true, Name = "ZooKeeper election" };
        _thread.Start();
    }

    public LeaderCandidates Current => Volatile.Read(ref _current);

    public void Dispose()
    {
        _end.Cancel();

        // A call of the library can block for as long as its servers are silent; the program's end does not wait for that.
        if (_thread.Join(s_endTime))
        {
            _end.Dispose();
            _change.Dispose();
        }
    }

    void Run()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var session = _open(_end.Token);
                Follow(session);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ZooKeeperException e)
            {
                _log.Report("ZooKeeper", e.Message);
                _end.Token.WaitHandle.WaitOne(_backoff.Next());
            }
        }
    }

    void Follow(IElectionSession session)
    {
        while (true)
        {
            if (ReadLeader(session) is { } leader)
            {
                _announce(leader.Url);
                Publish([leader], "");
                _log.Recover("ZooKeeper");
                _backoff.Reset();
            }

            session.WaitForChange(s_recheck, _end.Token);
        }
    }

    ServerAddress? ReadLeader(IElectionSession session)
    {
        var names = session.ReadChildren(_address.Path);
        if (names is null)
        {
            return Miss($"{_address}: there is no node {_address.Path}; expected the path that the masters' --zk names, often /mesos");
        }

        var node = MasterNodes.FindLeader(names);
        if (node is null)
        {
            return Miss(string.Create(CultureInfo.InvariantCulture, $"{_address}: none of the {names.Count} nodes below {_address.Path} is a master's; no master is running"));
        }

        var data = session.ReadData($"{_address.Path}/{node}");
        if (data is null)
        {
            // It went between two questions; the watch for children has fired already.
            return null;
        }

        return ElectedMasterReader.Read(node, data) is { } master
            ? ToAddress(master)
            : Miss($"{_address}: the node {node} holds no address of a master");
    }

    ServerAddress? ToAddress(ElectedMaster master)
    {
        // A certificate is made out to a name; without TLS the number needs no look-up that could fail.
        var host = _scheme == Uri.UriSchemeHttps ? master.HostName : master.Host;
        return Uri.TryCreate(string.Create(CultureInfo.InvariantCulture, $"{_scheme}://{Bracket(host)}:{master.Port}/"), UriKind.Absolute, out var url)
            ? ServerAddress.FromAnnounced(url)
            : null;
    }

    static string Bracket(string host) => host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;

    ServerAddress? Miss(string reason)
    {
        _log.Report("ZooKeeper", reason);
        Publish([], reason);
        return null;
    }

    void Publish(IReadOnlyList<ServerAddress> masters, string reason)
    {
        if (masters.SequenceEqual(_current.Masters) && reason == _current.Reason)
        {
            return;
        }

        var before = _change;
        _change = new CancellationTokenSource();
        Volatile.Write(ref _current, new LeaderCandidates(masters, _change.Token, reason));
        before.Cancel();
        before.Dispose();
    }
}
