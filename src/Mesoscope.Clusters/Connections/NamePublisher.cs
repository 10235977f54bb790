using Mesoscope.Clusters.State;

namespace Mesoscope.Clusters.Connections;

/// <summary>
/// Publishes what watchers took, at most a few times a second: making names costs time for each task of the cluster, and a
/// deployment changes hundreds within a second.
/// </summary>
sealed class NamePublisher(ClusterState state, Action published)
{
    // Together with the watchers' own time this stays below the second that names may be old.
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    readonly ChangeSignal _changes = new();

    /// <summary>Something was taken; does not wait.</summary>
    public void Signal() => _changes.Set();

    /// <summary>Publishes until the end.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        while (true)
        {
            await _changes.WaitAsync(end).ConfigureAwait(false);
            state.Publish();
            published();
            await Task.Delay(s_pause, end).ConfigureAwait(false);
        }
    }
}
