using System.Diagnostics;
using System.Globalization;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.State;
using Mesoscope.Machine;

namespace Mesoscope.Bench.Names;

/// <summary>A master's state from the wire to names in use.</summary>
static class ReadState
{
    /// <returns>Bytes; seconds from the last byte, from the request, of the processor; bytes of peak memory and of what is kept.</returns>
    public static double[] Run(Uri master)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var machine = new MachineState();
        var cluster = new ClusterState();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peakBefore = PeakBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var body = new TimedStream(client.GetStreamAsync(new Uri(master, "master/state")).GetAwaiter().GetResult());
        cluster.Take(MasterStateReader.Read(body));
        machine.UseClusterNames(cluster.Publish());
        var end = Stopwatch.GetTimestamp();
        var peak = PeakBytes() - peakBefore;
        processor = Environment.CpuUsage.TotalTime - processor;
        if (machine.Mesos.Names.Tasks.Count < 50_000)
        {
            throw new InvalidOperationException($"only {machine.Mesos.Names.Tasks.Count} tasks were read");
        }

        body.Dispose();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(machine);
        GC.KeepAlive(cluster);
        return
        [
            body.Total, Stopwatch.GetElapsedTime(body.LastData, end).TotalSeconds, Stopwatch.GetElapsedTime(start, end).TotalSeconds,
            processor.TotalSeconds, peak, kept,
        ];
    }

    static double PeakBytes()
    {
        var line = File.ReadLines("/proc/self/status").First(static l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }
}
