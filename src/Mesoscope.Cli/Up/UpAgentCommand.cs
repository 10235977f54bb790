using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;
using Mesoscope.Cli.Agent;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Up;

/// <summary>The agent that <c>mesoscope up</c> starts. It ends with its server, however that ends.</summary>
static class UpAgentCommand
{
    /// <summary>The command's word; nobody else uses it.</summary>
    public const string Word = "up-agent";

    /// <summary>Holds the process id of who started it.</summary>
    public const string ParentVariable = "MESOSCOPE_UP_PARENT";

    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <param name="words">The words of an agent.</param>
    /// <returns>The exit status of an agent.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] words)
    {
        var parent = Environment.GetEnvironmentVariable(ParentVariable);
        if (!IsParent(parent))
        {
            return 1;
        }

        // Not the kernel's signal for the death of a parent: that comes when the thread ends which started this process.
        using var watch = new Timer(_ => EndWithout(parent), null, s_pause, s_pause);
        return AgentCommand.Run(words);
    }

    static bool IsParent(string? parent) => parent == Libc.ParentProcess().ToString(CultureInfo.InvariantCulture);

    static void EndWithout(string? parent)
    {
        if (!IsParent(parent))
        {
            _ = Libc.Kill(Environment.ProcessId, Libc.SigTerm);
        }
    }
}
