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
    static int Main(string[] words)
    {
        OwnCommandLine.HideCredentials(words);
        if (words is ["server", ..])
        {
            return ServerCommand.Run(words[1..]);
        }

        if (words is ["agent", ..])
        {
            return AgentCommand.Run(words[1..]);
        }

        if (words is ["up", ..])
        {
            return UpCommand.Run(words[1..]);
        }

        if (words is [UpAgentCommand.Word, ..])
        {
            return UpAgentCommand.Run(words[1..]);
        }

        if (words is ["trace", ..])
        {
            return TraceCommand.Run(words[1..]);
        }

        if (words is ["demo-cluster", ..])
        {
            return DemoCommands.RunCluster(words[1..]);
        }

        if (words is ["demo-task", ..])
        {
            return DemoCommands.RunTask(words[1..]);
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
