using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Bench.Names;

/// <summary>How long after a deployment its task and its app have names.</summary>
static class Freshness
{
    const int Deployments = 10;

    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    /// <returns>Seconds until the task, and until its app, is named; the longest of some deployments.</returns>
    public static double[] Run(Uri master)
    {
        var addresses = new ClusterAddresses();
        addresses.AddArgument(master.ToString());
        using var watch = new ClusterWatch(new WatchOptions { Addresses = addresses }, Console.Error.WriteLine);
        if (!watch.WaitForFirstAsync(s_limit).GetAwaiter().GetResult())
        {
            throw new InvalidOperationException("the cluster does not answer");
        }

        using var client = new HttpClient();
        var (tasks, apps) = (0.0, 0.0);
        for (var i = 0; i < Deployments; i++)
        {
            var app = string.Create(CultureInfo.InvariantCulture, $"/bench/app-{Environment.ProcessId}-{i}");
            using var news = new ManualResetEventSlim();
            void OnPublished(ClusterNames names) => news.Set();
            watch.Published += OnPublished;
            var start = Stopwatch.GetTimestamp();
            client.PostAsync(new Uri(master, $"demo/deploy?app={app}"), null).GetAwaiter().GetResult().Dispose();
            var name = string.Create(CultureInfo.InvariantCulture, $"app-{Environment.ProcessId}-{i}.bench");
            tasks = Math.Max(tasks, WaitFor(news, start, () => FindTask(watch, name) is not null));
            apps = Math.Max(apps, WaitFor(news, start, () => FindTask(watch, name) is { } task && watch.State.Current.FindApp(task) is not null));
            watch.Published -= OnPublished;
        }

        return [tasks, apps];
    }

    static ClusterTask? FindTask(ClusterWatch watch, string name) => watch.State.Current.Tasks.FirstOrDefault(task => Encoding.UTF8.GetString(task.Name) == name);

    static double WaitFor(ManualResetEventSlim news, long start, Func<bool> isThere)
    {
        while (!isThere())
        {
            if (!news.Wait(s_limit))
            {
                throw new InvalidOperationException("the deployment was not noticed");
            }

            news.Reset();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
