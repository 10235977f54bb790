using System.Globalization;

namespace Mesoscope.Bench.Names;

/// <summary>What names of a cluster cost: each figure from processes of its own, medians of all runs, beside what is wanted.</summary>
static class NamesBench
{
    const int Mebibyte = 1024 * 1024;

    /// <summary>Prints the table.</summary>
    /// <param name="runs">How often each is measured.</param>
    public static void Run(int runs)
    {
        Console.WriteLine("| what | measured | at most |\n| --- | --- | --- |");
        using (var server = new DemoServer(DemoServer.Large))
        {
            var reads = Measure(runs, () => Child.Ask("read-state", server.Master.ToString()));
            Row("state of 50,000 tasks: size, MiB", reads, 0, Mebibyte, "about 100");
            Row("from the last byte to names in use, s", reads, 1, 1, "1");
            Row("from the request to names in use, s", reads, 2, 1, "");
            Row("processor time of that, s", reads, 3, 1, "");
            Row("peak memory above the start, MiB", reads, 4, Mebibyte, "300");
            Row("memory kept for those names, MiB", reads, 5, Mebibyte, "150");
        }

        var fields = Measure(runs, () => Child.Ask("field"));
        Row("mesos.task.name per event, cached, ns", fields, 0, 1, "50");
        Row("the whole line with it, ns", fields, 1, 1, "");
        using (var server = new DemoServer(DemoServer.Usual))
        {
            var freshness = Measure(runs, () => Child.Ask("freshness", server.Master.ToString()));
            Row("freshness over SUBSCRIBE, s (longest of 10)", freshness, 0, 1, "1");
            Row("freshness over SSE, s (longest of 10)", freshness, 1, 1, "1");
        }

        using (var server = new DemoServer(DemoServer.Thousand))
        {
            var loads = Child.Ask("load", server.Master.ToString(), server.Marathon.ToString(), runs.ToString(CultureInfo.InvariantCulture));
            Row("bytes a minute, nothing changes, 1,000 tasks", [loads], 0, 1, "");
            Row("the same asked as the reference polls (computed)", [loads], 1, 1, "");
            Row("share of it, %", [loads], 2, 1, "1");
        }
    }

    static List<double[]> Measure(int runs, Func<double[]> once) => [.. Enumerable.Range(0, runs).Select(_ => once())];

    static void Row(string what, List<double[]> results, int column, double unit, string limit)
    {
        var sorted = results.Select(result => result[column] / unit).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {sorted[sorted.Length / 2]:0.###} | {limit} |"));
    }
}
