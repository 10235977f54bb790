using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;
using Mesoscope.Cli.Agent;
using Mesoscope.Cli.Demo;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Up;

/// <summary>What <c>mesoscope up</c> starts beside its server. It ends with that server, however that ends.</summary>
static class UpChildCommand
{
    /// <summary>The agent's word; nobody else uses it.</summary>
    public const string AgentWord = "up-agent";

    /// <summary>The demo cluster's word; nobody else uses it.</summary>
    public const string DemoWord = "up-demo";

    /// <summary>Holds the process id of who started it.</summary>
    public const string ParentVariable = "MESOSCOPE_UP_PARENT";

    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs the agent.</summary>
    /// <param name="words">The words of an agent.</param>
    /// <returns>The exit status of an agent.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RunAgent(string[] words) => RunWithParent(() => AgentCommand.Run(words));

    /// <summary>Runs the demo cluster.</summary>
    /// <param name="words">The words of a demo cluster.</param>
    /// <returns>The exit status of a demo cluster.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RunDemo(string[] words) => RunWithParent(() => DemoCommands.RunCluster(words));

    static int RunWithParent(Func<int> run)
    {
        var parent = Environment.GetEnvironmentVariable(ParentVariable);
        if (!IsParent(parent))
        {
            return 1;
        }

        // Not the kernel's signal for the death of a parent: that comes when the thread ends which started this process.
        using var watch = new Timer(_ => EndWithout(parent), null, s_pause, s_pause);
        return run();
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
