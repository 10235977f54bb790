using System.Diagnostics;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Servers;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Service;

/// <summary>A running <c>mesoscope agent</c>, which can be ended and started again on its data.</summary>
sealed class AgentProcess : IDisposable
{
    readonly string[] _arguments;
    Process _process;
    Task<string> _error;

    /// <param name="server">Takes what it measures.</param>
    /// <param name="folder">Holds its settings and data.</param>
    /// <param name="masters">Masters to ask; without any it looks for none.</param>
    /// <param name="address">Where it sends to; null for the server itself.</param>
    internal AgentProcess(ServerRun server, ScratchFolder folder, IReadOnlyList<string> masters, Uri? address = null)
    {
        var settings = folder.File("agent.yaml");
        var key = folder.File("key");
        File.WriteAllText(key, server.Key + "\n");
        File.WriteAllText(settings, masters.Count == 0 ? "mesos:\n  autodetect: false\n" : $"mesos:\n  masters: [{string.Join(", ", masters.Select(static m => $"\"{m}\""))}]\n");
        _arguments = ["agent", "--config", settings, "--server", (address ?? server.Address).ToString(), "--access-key-file", key, "--data", folder.File("agent")];
        (_process, _error) = Start();
    }

    internal void Restart(string signal)
    {
        LiveRun.Signal(_process.Id, signal);
        _process.WaitForExit();
        _process.Dispose();
        (_process, _error) = Start();
    }

    public void Dispose()
    {
        LiveRun.Signal(_process.Id, "TERM");
        if (!_process.WaitForExit(ProgramRun.Limit))
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _error.GetAwaiter().GetResult();
        _process.Dispose();
    }

    (Process, Task<string>) Start()
    {
        var process = ProgramRun.Start(ProgramRun.Mesoscope, _arguments);
        _ = process.StandardOutput.ReadToEndAsync();
        return (process, process.StandardError.ReadToEndAsync());
    }
}
