using System.Text;
using Mesoscope.Clusters.Authentication;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Connections;
using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Marathons;

/// <summary>
/// All Marathons of a cluster: those that the user named, or, when none was, those among the active frameworks that answer as one.
/// A Marathon may have any name, so each framework with an address is asked once; one that is called a Marathon is asked until it answers.
/// </summary>
sealed class MarathonSet(
    ClusterConnection connection, IReadOnlyList<Uri> named, IAuthorization? authorization, MarathonEventLog events, TimeProvider clock)
{
    // A framework that is no Marathon today may be one after an upgrade; and a restarted master gives frameworks time to come back.
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    readonly Dictionary<byte[], MarathonEntry> _entries = new(ByteTextComparer.Instance);
    readonly Dictionary<byte[], DateTimeOffset> _absent = new(ByteTextComparer.Instance);
    readonly ChangeSignal _changes = new();
    readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when each Marathon that the first names showed was asked once.</summary>
    public Task Settled => _settled.Task;

    /// <summary>The names changed, so other frameworks may be there; does not wait.</summary>
    public void Signal() => _changes.Set();

    /// <summary>Watches until the end.</summary>
    /// <param name="master">The root of the API of the leading master; null while nobody leads.</param>
    /// <param name="end">Ends it.</param>
    public async Task RunAsync(Func<Uri?> master, CancellationToken end)
    {
        if (named.Count > 0)
        {
            var watches = named.Select(root => new MarathonWatch(connection, root, events, clock)).ToList();
            _ = SettleAsync(watches.Select(watch => watch.First));
            await Task.WhenAll(watches.Select(watch => watch.RunAsync(end))).ConfigureAwait(false);
            return;
        }

        try
        {
            while (true)
            {
                await _changes.WaitAsync(s_patience, end).ConfigureAwait(false);
                if (master() is { } root)
                {
                    Look(connection.State.Current.Frameworks, root, end);
                    _ = SettleAsync(_entries.Values.Select(entry => entry.First).ToList());
                }
            }
        }
        finally
        {
            await Task.WhenAll(_entries.Values.Select(entry => entry.Run)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SettleAsync(IEnumerable<Task> first)
    {
        await Task.WhenAll(first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _settled.TrySetResult();
    }

    void Look(IReadOnlyCollection<ClusterFramework> frameworks, Uri master, CancellationToken end)
    {
        var present = new HashSet<byte[]>(ByteTextComparer.Instance);
        foreach (var framework in frameworks)
        {
            present.Add(framework.Id);
            _absent.Remove(framework.Id);
            if (framework.IsActive)
            {
                Watch(framework, master, end);
            }
        }

        foreach (var id in _entries.Keys.Where(id => !present.Contains(id)).ToList())
        {
            Retire(id);
            _absent[id] = clock.GetUtcNow();
        }

        // A restarted master knows its frameworks only after a while; until then their apps keep their names.
        foreach (var id in _absent.Keys.Where(id => clock.GetUtcNow() - _absent[id] >= s_patience).ToList())
        {
            _absent.Remove(id);
            connection.State.ForgetMarathon(id);
            connection.Publisher.Signal();
        }
    }

    void Retire(byte[] id)
    {
        if (_entries.Remove(id, out var entry))
        {
            entry.End.Cancel();
            _ = entry.Run.ContinueWith(_ => entry.End.Dispose(), TaskScheduler.Default);
        }
    }

    void Watch(ClusterFramework framework, Uri master, CancellationToken end)
    {
        var places = MarathonPlaces.Find(framework, master);
        var description = string.Join(' ', places);
        if (_entries.TryGetValue(framework.Id, out var entry) && entry.Description == description)
        {
            return;
        }

        Retire(framework.Id);
        if (places.Count == 0)
        {
            if (MarathonPlaces.IsNamedMarathon(framework))
            {
                connection.Log.Report(Describe(framework), "announces no address that can be reached; name it with --marathon");
            }

            return;
        }

        var own = CancellationTokenSource.CreateLinkedTokenSource(end);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _entries[framework.Id] = new MarathonEntry(description, own, first.Task, LookAfterAsync(framework, places, first, own.Token));
    }

    static string Describe(ClusterFramework framework) => $"Marathon '{Encoding.UTF8.GetString(framework.Name)}'";

    async Task LookAfterAsync(ClusterFramework framework, IReadOnlyList<Uri> places, TaskCompletionSource first, CancellationToken end)
    {
        var isNamed = MarathonPlaces.IsNamedMarathon(framework);
        if (isNamed)
        {
            foreach (var place in places)
            {
                // The cluster announced it under this name; other frameworks' addresses get no credentials.
                connection.Ring.Add(place, authorization);
            }
        }

        var backoff = new Backoff(connection.Interval);
        while (true)
        {
            var fault = "";
            foreach (var place in places)
            {
                try
                {
                    var info = await new MarathonClient(connection, place).ReadInfoAsync(end).ConfigureAwait(false);
                    if (!ByteTextComparer.Instance.Equals(info.FrameworkId, framework.Id))
                    {
                        // Two frameworks of one name share a place behind a router, and a page may be another program's.
                        throw new ClusterException(ClusterFault.BadDocument, $"{place}: answers for another framework; name this one with --marathon");
                    }

                    var watch = new MarathonWatch(connection, place, events, clock);
                    _ = watch.First.ContinueWith(_ => first.TrySetResult(), end, TaskContinuationOptions.None, TaskScheduler.Default);
                    await watch.RunAsync(end).ConfigureAwait(false);
                }
                catch (ClusterException e)
                {
                    fault = e.Message;
                }
            }

            first.TrySetResult();
            if (isNamed)
            {
                connection.Log.Report(Describe(framework), fault);
            }

            await Task.Delay(isNamed ? backoff.Next() : s_patience, end).ConfigureAwait(false);
        }
    }
}
