using System.Diagnostics;
using System.Globalization;

namespace Mesoscope.Bench.Names;

/// <summary>Parts of this program in processes of their own, so that no figure has another one's memory and compiled code.</summary>
static class Child
{
    /// <summary>The first word of such a process' command line.</summary>
    public const string Word = "names-part";

    static readonly Dictionary<string, Func<string[], double[]>> s_parts = new(StringComparer.Ordinal)
    {
        ["read-state"] = words => ReadState.Run(new Uri(words[0])),
        ["field"] = _ => FieldCost.Run(),
        ["freshness"] = words => Freshness.Run(new Uri(words[0])),
        ["load"] = words => MasterLoad.Run(new Uri(words[0]), new Uri(words[1]), int.Parse(words[2], CultureInfo.InvariantCulture)),
        [DemoServer.Part] = words => DemoServer.Serve(words),
    };

    /// <summary>Starts a process for a part; its output is the caller's to read.</summary>
    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Word, .. words]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        return Process.Start(start) ?? throw new InvalidOperationException("this program cannot be started again");
    }

    /// <summary>Has a part measured, and returns its figures.</summary>
    public static double[] Ask(params string[] words)
    {
        using var process = Start(words);
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{string.Join(' ', words)} ended with status {process.ExitCode}");
    }

    /// <summary>Carries a part out, in such a process.</summary>
    public static void Run(string[] words) =>
        Console.WriteLine(string.Join(' ', s_parts[words[0]](words[1..]).Select(figure => figure.ToString("R", CultureInfo.InvariantCulture))));
}
