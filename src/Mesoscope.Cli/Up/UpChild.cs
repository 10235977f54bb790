using System.Diagnostics;
using System.Globalization;
using System.Threading;
using Mesoscope.Cli.Interop;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Server;

namespace Mesoscope.Cli.Up;

/// <summary>A part beside the server, as a process of its own: so its cost is its own, and a fault in one leaves the others alone.</summary>
sealed class UpChild : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly Process _process;
    readonly string _name;
    volatile bool _isEnding;

    UpChild(Process process, string name)
    {
        _process = process;
        _name = name;
    }

    /// <summary>The lines that it prints; only of one that was started for them.</summary>
    public StreamReader Lines => _process.StandardOutput;

    /// <summary>Starts one.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="words">The command and its words.</param>
    /// <param name="environment">Variables for it alone, which only its user can read.</param>
    /// <param name="keepsLines">Whether what it prints is read here.</param>
    public static UpChild Start(string name, string[] words, IReadOnlyDictionary<string, string> environment, bool keepsLines = false)
    {
        var own = Environment.ProcessPath!;
        string[] program = Path.GetFileName(own) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "mesoscope.dll")] : [];
        var start = new ProcessStartInfo(own, [.. program, .. words]) { RedirectStandardOutput = keepsLines };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        // What suits a server costs the others memory.
        start.Environment.Remove(BackgroundCollection.Variable);
        start.Environment[UpChildCommand.ParentVariable] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var child = new UpChild(Process.Start(start)!, name);
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
            ErrorOutput.WriteMessage($"up: the {_name} ended with status {_process.ExitCode}; its reason is above. The server goes on");
        }
    }
}
