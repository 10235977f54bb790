using System.Collections.Concurrent;
using System.Text;
using System.Threading;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Clusters.Tests.Watch;

// A watch with a short interval, and waiting for what it is to find.
sealed class WatchedCluster : IDisposable
{
    // Only a test that fails waits that long.
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    readonly ConcurrentQueue<string> _lines = new();

    public WatchedCluster(string argument, Func<WatchOptions, WatchOptions>? change = null, TimeProvider? clock = null)
    {
        var addresses = new ClusterAddresses();
        foreach (var part in argument.Split(';'))
        {
            addresses.AddArgument(part);
        }

        var options = new WatchOptions { Addresses = addresses, Interval = TimeSpan.FromMilliseconds(100) };
        Watch = new ClusterWatch(change is null ? options : change(options), _lines.Enqueue, clock);
    }

    public ClusterWatch Watch { get; }

    public IReadOnlyCollection<string> Lines => _lines;

    public ClusterNames Names => Watch.State.Current;

    public string TaskIds => string.Join(' ', Names.Tasks.Select(task => Encoding.UTF8.GetString(task.Id)).Order(StringComparer.Ordinal));

    public void WaitFor(string taskIds) => WaitUntil(() => TaskIds == taskIds);

    public void WaitUntil(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, s_limit), $"tasks: {TaskIds}; said: {string.Join(" | ", _lines)}");

    public void Dispose() => Watch.Dispose();
}
