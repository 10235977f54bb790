using Mesoscope.Cli.Agent;
using Mesoscope.Cli.Demo;
using Mesoscope.Cli.Help;
using Mesoscope.Cli.Interop;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Server;
using Mesoscope.Cli.Trace;
using Mesoscope.Cli.Up;

namespace Mesoscope.Cli;

/// <summary>The program's entry: finds the command.</summary>
static class Program
{
    static readonly Dictionary<string, Func<string[], int>> s_commands = new(StringComparer.Ordinal)
    {
        ["trace"] = TraceCommand.Run,
        ["server"] = ServerCommand.Run,
        ["agent"] = AgentCommand.Run,
        ["up"] = UpCommand.Run,
        ["demo-cluster"] = DemoCommands.RunCluster,
        ["demo-task"] = DemoCommands.RunTask,
        [UpChildCommand.AgentWord] = UpChildCommand.RunAgent,
        [UpChildCommand.DemoWord] = UpChildCommand.RunDemo,
    };

    static int Main(string[] words)
    {
        OwnCommandLine.HideCredentials(words);
        if (words.Length > 0 && s_commands.TryGetValue(words[0], out var run))
        {
            return run(words[1..]);
        }

        if (StartName.Read() == "sysdig")
        {
            return TraceCommand.Run(words);
        }

        if (words is [] or ["--help" or "-h" or "help"])
        {
            return Descriptor.Write(Descriptor.Output, System.Text.Encoding.UTF8.GetBytes(MainHelp.Text)) == 0 ? 0 : 1;
        }

        if (words is ["--version"])
        {
            return TraceCommand.Run(words);
        }

        ErrorOutput.WriteMessage($"unknown command '{words[0]}'");
        ErrorOutput.Write(MainHelp.Text);
        return 1;
    }
}
