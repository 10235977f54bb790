using System.Diagnostics;
using Mesoscope.Testing;
using Mesoscope.Testing.Programs;

namespace Mesoscope.Page.Tests.Mock;

/// <summary>The page over its invented cluster, below a path prefix, for as long as the tests of a class run.</summary>
public sealed class MockServer : IDisposable
{
    internal const string User = "admin";
    internal const string Password = "mesoscope-mock";
    readonly Process? _process;

    /// <summary>Starts it; the tests need no port of their own.</summary>
    public MockServer()
        : this([])
    {
    }

    internal MockServer(string[] options)
    {
        var folder = RepositoryFolder.PathOf("web");
        var runner = Path.Combine(folder, "node_modules", "vite-node", "vite-node.mjs");
        if (!File.Exists(runner))
        {
            return;
        }

        _process = ProgramRun.Start("node", [runner, "mock/main.ts", "--", "--port", "0", "--prefix", "/mesoscope/", .. options], folder);
        Root = new Uri((_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(_process.StandardError.ReadToEnd())).Split(' ')[0]);
    }

    internal Uri Root { get; } = new("http://127.0.0.1/");

    /// <summary>Ends it: for the page the connection is lost.</summary>
    internal void End()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        End();
        _process?.Dispose();
    }
}
