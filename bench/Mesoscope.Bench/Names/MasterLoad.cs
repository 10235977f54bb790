using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Bench.Names;

/// <summary>
/// What a cluster in which nothing changes has to send, in a minute, beside what the reference's polling makes it send: its three
/// documents each time, unpacked, every 11 s (10 s rounded up to its next look, once a second).
/// </summary>
static class MasterLoad
{
    const double SecondsPerPoll = 11;
    const double SecondsPerMinute = 60;

    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);
    static readonly string[] s_polled = ["v2/groups", "v2/apps?embed=apps.tasks"];

    /// <param name="master">The master.</param>
    /// <param name="marathon">The only Marathon.</param>
    /// <param name="runs">Watches of the same minute, each on connections of its own.</param>
    /// <returns>Bytes a minute of both directions: the median of ours, the reference's; ours as percentage of it.</returns>
    public static double[] Run(Uri master, Uri marathon, int runs)
    {
        var ours = Enumerable.Range(0, runs).Select(_ => Watch(master, marathon)).ToList();
        Thread.Sleep(TimeSpan.FromSeconds(5));
        var before = ours.Select(watch => watch.Bytes()).ToList();
        Thread.Sleep(TimeSpan.FromSeconds(SecondsPerMinute));
        var sorted = ours.Select((watch, i) => (double)(watch.Bytes() - before[i])).Order().ToArray();
        ours.ForEach(watch => watch.End());
        var reference = Poll(master, marathon) * SecondsPerMinute / SecondsPerPoll;
        return [sorted[runs / 2], reference, sorted[runs / 2] * 100 / reference];
    }

    static (Func<long> Bytes, Action End) Watch(Uri master, Uri marathon)
    {
        var masterProxy = new CountingProxy(master);
        var marathonProxy = new CountingProxy(marathon);
        var addresses = new ClusterAddresses();
        addresses.AddArgument($"{masterProxy.Address}, {marathonProxy.Address}");
        var watch = new ClusterWatch(new WatchOptions { Addresses = addresses }, Console.Error.WriteLine);
        if (!watch.WaitForFirstAsync(s_limit).GetAwaiter().GetResult() || watch.State.Current.Tasks.Count < 800)
        {
            throw new InvalidOperationException("the cluster's names did not come");
        }

        return (() => masterProxy.Total + marathonProxy.Total, () =>
        {
            watch.Dispose();
            masterProxy.Dispose();
            marathonProxy.Dispose();
        });
    }

    static double Poll(Uri master, Uri marathon)
    {
        using var masterProxy = new CountingProxy(master);
        using var marathonProxy = new CountingProxy(marathon);
        using var client = new HttpClient();
        client.GetByteArrayAsync(new Uri(masterProxy.Address, "master/state")).GetAwaiter().GetResult();
        foreach (var path in s_polled)
        {
            client.GetByteArrayAsync(new Uri(marathonProxy.Address, path)).GetAwaiter().GetResult();
        }

        return masterProxy.Total + marathonProxy.Total;
    }
}
