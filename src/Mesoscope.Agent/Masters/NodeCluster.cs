using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Clusters.Marathons;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Agent.Masters;

/// <summary>
/// The cluster that this agent asks for names: the one of the settings, or the one whose master is found on this node. Most agents ask none.
/// Belongs to the thread that measures.
/// </summary>
/// <param name="options">How it is asked, and whom the settings name.</param>
/// <param name="looks">Whether a master on this node is looked for when they name nobody.</param>
/// <param name="log">Takes lines about faults.</param>
/// <param name="clock">The time.</param>
sealed class NodeCluster(WatchOptions options, bool looks, Action<string> log, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan s_lookInterval = TimeSpan.FromSeconds(30);

    readonly MasterFinder? _finder = looks && options.Addresses.IsEmpty ? new MasterFinder() : null;
    readonly CancellationTokenSource _end = new();
    Task<FoundMaster?>? _asking;
    ClusterWatch? _watch = options.Addresses.IsEmpty ? null : new ClusterWatch(options, log, clock);
    long _lastLook;

    /// <summary>Whether any master is asked.</summary>
    public bool IsWatching => _watch is not null;

    /// <summary>The names; empty while nobody is asked.</summary>
    public ClusterNames Names => _watch?.State.Current ?? ClusterNames.Empty;

    /// <summary>What Marathons deployed; null while nobody is asked.</summary>
    public MarathonEventLog? Deployments => _watch?.Deployments;

    /// <summary>Looks for a master now and then, until one is found.</summary>
    public void Update(ProcessTable processes)
    {
        if (_finder is null || _watch is not null)
        {
            return;
        }

        if (_asking is { IsCompleted: true })
        {
            var found = _asking.IsCompletedSuccessfully ? _asking.Result : null;
            _asking = null;
            Open(found);
        }
        else if (_asking is null && (_lastLook == 0 || clock.GetElapsedTime(_lastLook) >= s_lookInterval))
        {
            _lastLook = clock.GetTimestamp();
            if (MasterFinder.FindProcess(processes.Running, processes.Files.ReadCommandLine) is { } master)
            {
                Open(master);
            }
            else
            {
                _asking = _finder.AskAsync(_end.Token);
            }
        }
    }

    /// <summary>Ends the watch.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _watch?.Dispose();
        _finder?.Dispose();
        _end.Dispose();
    }

    void Open(FoundMaster? master)
    {
        if (master is null)
        {
            return;
        }

        log($"cluster: asks {master.Text}");
        var found = options with { Addresses = master.Addresses };
        _watch = new ClusterWatch(master.IsAnnounced ? found with { MasterCredentials = null, MarathonCredentials = null, DcosLogin = null } : found, log, clock);
    }
}
