using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Mesoscope.Agent;
using Mesoscope.Agent.Config;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Sources;
using Mesoscope.Samples.Metrics;

namespace Mesoscope.Cli.Agent;

/// <summary>The command <c>mesoscope agent</c>.</summary>
static class AgentCommand
{
    /// <summary>Runs an agent until SIGINT or SIGTERM.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <returns>The exit status: 0, or 1 when it cannot run.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] words)
    {
        try
        {
            var given = AgentWords.Read(words);
            if (given.WantsHelp)
            {
                return Descriptor.Write(Descriptor.Output, AgentHelp.Text()) == 0 ? 0 : 1;
            }

            if (given.WantsMetrics)
            {
                return Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes(MetricMarkdown.Write())) == 0 ? 0 : 1;
            }

            var options = AgentSettings.Read(given.Options, Environment.GetEnvironmentVariable);
            return given.WantsCheck ? CheckAsync(options).GetAwaiter().GetResult() : RunAsync(options).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is UsageException or SettingsException or IOException or UnauthorizedAccessException)
        {
            ErrorOutput.WriteMessage($"agent: {e.Message}");
            return 1;
        }
    }

    static async Task<int> RunAsync(AgentOptions options)
    {
        using var signals = new EndSignals();
        await AgentHost.RunAsync(options, static line => ErrorOutput.WriteMessage($"agent: {line}"), signals.End).ConfigureAwait(false);
        return 0;
    }

    static async Task<int> CheckAsync(AgentOptions options)
    {
        var check = await AgentHost.CheckAsync(options, CancellationToken.None).ConfigureAwait(false);
        var text = string.Concat(check.Lines.Select(static line => line + "\n"));
        return Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes(text)) == 0 && check.CanRun ? 0 : 1;
    }
}
