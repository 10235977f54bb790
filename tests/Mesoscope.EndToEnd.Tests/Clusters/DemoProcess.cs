using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Clusters;

/// <summary>A running <c>mesoscope demo-cluster</c> on ports that the system chose; ended by SIGINT.</summary>
sealed partial class DemoProcess : IDisposable
{
    readonly Process _process;
    readonly HttpClient _client = new();
    readonly Task<string> _rest;

    internal DemoProcess(params string[] arguments)
    {
        _process = ProgramRun.Start(ProgramRun.Mesoscope, ["demo-cluster", "--port", "0", .. arguments]);
        var lines = new List<string>();
        while (_process.StandardOutput.ReadLine() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        _rest = _process.StandardOutput.ReadToEndAsync();
        Assert.True(lines.Count > 1, $"the demo cluster did not start: {(lines.Count == 0 ? _process.StandardError.ReadToEnd() : "")}");
        var servers = lines.Select(static line => Server().Match(line)).Where(static match => match.Success).ToList();
        Masters = [.. servers.Where(static match => match.Groups["name"].Value.StartsWith("master-", StringComparison.Ordinal)).Select(static match => match.Groups["url"].Value)];
        Marathons = [.. servers.Where(static match => match.Groups["name"].Value.StartsWith("marathon-", StringComparison.Ordinal)).Select(static match => match.Groups["url"].Value)];
    }

    internal int Pid => _process.Id;

    internal IReadOnlyList<string> Masters { get; }

    internal IReadOnlyList<string> Marathons { get; }

    /// <summary>Id of the framework of the first Marathon.</summary>
    internal string FrameworkId =>
        JsonDocument.Parse(_client.GetStringAsync(new Uri(new Uri(Marathons[0]), "v2/info")).GetAwaiter().GetResult()).RootElement.GetProperty("frameworkId").GetString()!;

    /// <summary>Does what <c>POST /demo/COMMAND</c> does, asking a Marathon, which no command of the tests ends.</summary>
    internal void Command(string command)
    {
        using var answer = _client.PostAsync(new Uri(new Uri(Marathons[0]), $"demo/{command}"), null).GetAwaiter().GetResult();
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {answer.StatusCode}");
    }

    public void Dispose()
    {
        LiveRun.Signal(_process.Id, "INT");
        if (!_process.WaitForExit(ProgramRun.Limit))
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _rest.GetAwaiter().GetResult();
        _process.Dispose();
        _client.Dispose();
    }

    [GeneratedRegex(@"^\s+(?<name>\S+)\s+(?<url>http://\S+)")]
    private static partial Regex Server();
}
