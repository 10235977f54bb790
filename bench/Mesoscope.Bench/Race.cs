using System.Diagnostics;
using System.Globalization;

namespace Mesoscope.Bench;

/// <summary>Whole processes against the reference, in turn, so that both see the same machine.</summary>
static class Race
{
    static readonly (string Name, string[] Arguments)[] s_jobs =
    [
        ("-q", ["-q"]),
        ("a filter that matches nothing", ["evt.type=openat and proc.name=no-such-name"]),
        ("a filter of three terms", ["evt.dir=< and fd.type=ipv4 and evt.is_io=true"]),
        ("default lines", []),
        ("-j", ["-j"]),
        ("-p with three fields", ["-p", "%evt.num %proc.name %evt.type"]),
    ];

    /// <summary>Prints a table of jobs: median seconds of both, their ratio, peak memory of both.</summary>
    public static void Run(string capture, string program, string reference, int runs)
    {
        Console.WriteLine("| job | ours s | reference s | ratio | ours MiB | reference MiB |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, arguments) in s_jobs)
        {
            string[] words = ["-r", capture, .. arguments];
            Once(program, ["trace", .. words]);
            Once(reference, words);
            var pairs = Enumerable.Range(0, runs).Select(_ => (Ours: Once(program, ["trace", .. words]), Theirs: Once(reference, words))).ToList();
            var ours = Median(pairs.Select(p => p.Ours.Seconds));
            var theirs = Median(pairs.Select(p => p.Theirs.Seconds));
            var ratio = Median(pairs.Select(p => p.Theirs.Seconds / p.Ours.Seconds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {ours:0.000} | {theirs:0.000} | {ratio:0.00} | {Median(pairs.Select(p => p.Ours.PeakMiB)):0} | {Median(pairs.Select(p => p.Theirs.PeakMiB)):0} |"));
        }
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // The shell sends the output to /dev/null without a pipe in between, and becomes the program.
    static (double Seconds, double PeakMiB) Once(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null", program, .. arguments]);
        start.Environment["TZ"] = "UTC";
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = 0.0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakMiB(process.Id));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, peak) : throw new InvalidOperationException($"{program} ended with status {process.ExitCode}");
    }

    static double PeakMiB(int pid)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // The process ended between two looks.
            return 0;
        }
    }
}
