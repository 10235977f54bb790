using System.Globalization;

namespace Mesoscope.ServerBench;

// What is simulated; each word is --NAME VALUE.
sealed record BenchOptions
{
    public string Program { get; init; } = "artifacts/mesoscope/mesoscope";

    public int Agents { get; init; } = 500;

    // Of each agent.
    public int Containers { get; init; } = 50;

    // How long the load lasts.
    public int Seconds { get; init; } = 420;

    // History that is there before, of the first agents.
    public int Hours { get; init; } = 22;

    public int HistoryAgents { get; init; } = 2;

    public int Queries { get; init; } = 100;

    // Browsers that look live.
    public int Pages { get; init; } = 50;

    // How long each part of looking lasts.
    public int LiveSeconds { get; init; } = 60;

    public static BenchOptions Read(IReadOnlyList<string> words)
    {
        var options = new BenchOptions();
        for (var i = 0; i + 1 < words.Count; i += 2)
        {
            var value = words[i + 1];
            options = words[i] switch
            {
                "--program" => options with { Program = value },
                "--agents" => options with { Agents = Number(value) },
                "--containers" => options with { Containers = Number(value) },
                "--seconds" => options with { Seconds = Number(value) },
                "--hours" => options with { Hours = Number(value) },
                "--history-agents" => options with { HistoryAgents = Number(value) },
                "--queries" => options with { Queries = Number(value) },
                "--pages" => options with { Pages = Number(value) },
                "--live-seconds" => options with { LiveSeconds = Number(value) },
                _ => throw new FormatException($"unknown option {words[i]}"),
            };
        }

        return options;
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
