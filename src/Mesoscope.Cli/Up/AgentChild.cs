using System.Diagnostics;
using System.Threading;
using Mesoscope.Cli.Interop;
using Mesoscope.Cli.Output;

namespace Mesoscope.Cli.Up;

/// <summary>The agent beside a server, as a process of its own: so it measures its own cost, and a fault in one leaves the other alone.</summary>
sealed class AgentChild : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly Process _process;
    volatile bool _isEnding;

    AgentChild(Process process) => _process = process;

    /// <summary>Starts it.</summary>
    /// <param name="server">Where it sends.</param>
    /// <param name="key">What it shows; goes through its environment, where only its user can read it.</param>
    /// <param name="dataFolder">Its data.</param>
    public static AgentChild Start(Uri server, string key, string dataFolder)
    {
        var own = Environment.ProcessPath!;
        string[] program = Path.GetFileName(own) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "mesoscope.dll")] : [];
        var start = new ProcessStartInfo(own, [.. program, UpAgentCommand.Word, "--server", server.ToString(), "--data", dataFolder]);
        start.Environment["MESOSCOPE_ACCESS_KEY"] = key;
        start.Environment[UpAgentCommand.ParentVariable] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var child = new AgentChild(Process.Start(start)!);
        child._process.EnableRaisingEvents = true;
        child._process.Exited += child.OnExited;
        return child;
    }

    /// <summary>Ends it in good order; safe to be called again, also by another thread.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isEnding)
            {
                return;
            }

            _isEnding = true;
            if (!_process.HasExited)
            {
                _ = Libc.Kill(_process.Id, Libc.SigTerm);
                if (!_process.WaitForExit(s_patience))
                {
                    _process.Kill();
                }
            }

            _process.Dispose();
        }
    }

    void OnExited(object? sender, EventArgs e)
    {
        if (!_isEnding)
        {
            ErrorOutput.WriteMessage($"up: the agent ended with status {_process.ExitCode}; its reason is above. The server goes on with what others send");
        }
    }
}
