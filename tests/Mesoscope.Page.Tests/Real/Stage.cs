using System.Diagnostics;
using Mesoscope.EndToEnd.Tests.Clusters;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Scenes;
using Mesoscope.Testing.Programs;

namespace Mesoscope.Page.Tests.Real;

/// <summary>Everything real: Docker, the demo cluster with the scene of a tour, a server with empty data, an agent.</summary>
sealed class Stage : IDisposable
{
    // Ended in the opposite order, also when a later one did not start.
    readonly Stack<IDisposable> _parts = new();

    internal Stage()
    {
        try
        {
            var folder = Add(new ScratchFolder());
            Add(new DockerDaemon());
            var demo = Add(new DemoProcess("--run", "--scene", "article"));
            var server = Add(new Part(ProgramRun.Start(ProgramRun.Mesoscope, ["server", "--listen", "127.0.0.1:0", "--data", folder.File("server")])));
            Root = new Uri(WordBehind(server.Process, "The server is up: "));
            Password = WordBehind(server.Process, "with the password ").TrimEnd(',');
            var key = WordBehind(server.Process, "access key ");
            Drain(server.Process);
            Drain(Add(new Part(ProgramRun.Start("/usr/bin/env",
            [
                $"MESOSCOPE_ACCESS_KEY={key}", $"MESOSCOPE_MESOS_MASTERS={string.Join(',', demo.Masters)}", $"MESOSCOPE_MESOS_MARATHONS={string.Join(',', demo.Marathons)}",
                ProgramRun.Mesoscope, "agent", "--server", Root.ToString(), "--data", folder.File("agent"),
            ]))).Process);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal Uri Root { get; }

    /// <summary>The admin's one-time password.</summary>
    internal string Password { get; }

    public void Dispose()
    {
        while (_parts.TryPop(out var part))
        {
            part.Dispose();
        }
    }

    T Add<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }

    // A pipe that nobody reads would stop the program one day.
    static void Drain(Process process)
    {
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
    }

    // The word that the server's first lines have behind a text.
    static string WordBehind(Process server, string text)
    {
        while (server.StandardOutput.ReadLine() is { } line)
        {
            var place = line.IndexOf(text, StringComparison.Ordinal);
            if (place >= 0)
            {
                return line[(place + text.Length)..].Split(' ')[0];
            }
        }

        throw new InvalidOperationException($"the server did not say '{text}': {server.StandardError.ReadToEnd()}");
    }
}
