using System.Runtime.CompilerServices;
using Mesoscope.Cli.Interop;
using Mesoscope.DemoCluster.CommandLine;
using Mesoscope.DemoCluster.Workloads;

namespace Mesoscope.Cli.Demo;

/// <summary>The demo cluster's commands. Nothing of it, and no web server, is loaded before one of them is called.</summary>
static class DemoCommands
{
    /// <summary>Runs <c>mesoscope demo-cluster</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RunCluster(string[] words)
    {
        OwnCommandLine.HideArguments(words, DemoClusterCommand.UserOption);
        return DemoClusterCommand.Run(words, OwnProgram(), Console.Out, Console.Error);
    }

    /// <summary>Runs <c>mesoscope demo-task</c>, which only tasks of the demo cluster use.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RunTask(string[] words) => DemoTask.Run(words);

    // Started as 'dotnet mesoscope.dll' the process is dotnet, which needs the library's name to play a task.
    static string? OwnProgram() =>
        Path.GetFileName(Environment.ProcessPath) == "dotnet" ? $"{Environment.ProcessPath} {Path.Combine(AppContext.BaseDirectory, "mesoscope.dll")}" : Environment.ProcessPath;
}
