using Mesoscope.Clusters.Recording;
using Mesoscope.Clusters.Text;
using Mesoscope.Events;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Naming;

/// <summary>
/// Lets the first event of a Mesos container whose task is not known yet wait a moment for news of the cluster: master and agent start a
/// task at the same time, and either may be first. After a wait in vain nothing waits until there are news again.
/// </summary>
/// <param name="feed">Where news come from.</param>
/// <param name="limit">How long an event may wait; zero for not at all.</param>
/// <param name="clock">Tells the time.</param>
sealed class NameHold(ClusterFeed feed, TimeSpan limit, TimeProvider clock)
{
    /// <summary>Containers that are remembered as waited for; beyond, all are waited for anew.</summary>
    const int MaxContainers = 65_536;

    readonly HashSet<byte[]> _awaited = new(ByteTextComparer.Instance);
    bool _isVain;

    /// <summary>There are news.</summary>
    public void Reset() => _isVain = false;

    /// <summary>Waits for the name of the event's task, if it may come.</summary>
    /// <param name="e">An event that was not applied yet.</param>
    /// <param name="machine">The machine that it happened on.</param>
    /// <param name="update">Takes news in.</param>
    /// <returns>Whether there were news meanwhile.</returns>
    public bool WaitFor(Event e, MachineState machine, Action update)
    {
        if (_isVain || limit == TimeSpan.Zero || FindUnnamed(e, machine) is not { } container || _awaited.Contains(container))
        {
            return false;
        }

        if (_awaited.Count >= MaxContainers)
        {
            _awaited.Clear();
        }

        _awaited.Add(container);
        var hasNews = false;
        var start = clock.GetTimestamp();
        while (limit - clock.GetElapsedTime(start) is var left && left > TimeSpan.Zero && feed.WaitForNews(left))
        {
            hasNews = true;
            update();
            if (FindUnnamed(e, machine) is null)
            {
                return true;
            }
        }

        _isVain = true;
        return hasNews;
    }

    static byte[]? FindUnnamed(Event e, MachineState machine) =>
        machine.FindThread(e.ThreadId) is { } thread ? machine.Tasks.Find(thread).UnnamedContainer : null;
}
