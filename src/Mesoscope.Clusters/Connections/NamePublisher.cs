using System.Diagnostics;
using Mesoscope.Clusters.State;

namespace Mesoscope.Clusters.Connections;

/// <summary>
/// Publishes what watchers took. Making names costs time for each task of the cluster, and a deployment changes hundreds within a second,
/// so a large cluster's are made less often: names of small ones are there within milliseconds, all within a second.
/// </summary>
sealed class NamePublisher(ClusterState state, Action published)
{
    // A tenth of a processor's time at most, as long as that keeps names fresh.
    const int CostFactor = 10;

    static readonly TimeSpan s_leastPause = TimeSpan.FromMilliseconds(10);

    // Together with the watchers' own time this stays below the second that names may be old.
    static readonly TimeSpan s_mostPause = TimeSpan.FromMilliseconds(500);

    readonly ChangeSignal _changes = new();

    /// <summary>Something was taken; does not wait.</summary>
    public void Signal() => _changes.Set();

    /// <summary>Publishes until the end.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        while (true)
        {
            await _changes.WaitAsync(end).ConfigureAwait(false);
            var start = Stopwatch.GetTimestamp();
            state.Publish();
            published();
            await Task.Delay(PauseAfter(Stopwatch.GetElapsedTime(start)), end).ConfigureAwait(false);
        }
    }

    static TimeSpan PauseAfter(TimeSpan cost) =>
        cost * CostFactor is var pause && pause < s_leastPause ? s_leastPause : pause < s_mostPause ? pause : s_mostPause;
}
