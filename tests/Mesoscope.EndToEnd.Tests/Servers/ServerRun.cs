using System.Diagnostics;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Servers;

// The built server in a process of its own, which may end at any moment and begin again on the same data.
sealed class ServerRun(string folder, params string[] words) : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    Process? _process;

    // Set by the first start.
    public string Key { get; private set; } = "";

    // The admin's, to be changed; set by the first start, too.
    public string OneTimePassword { get; private set; } = "";

    // Whether later starts listen where the first one did, so that who sends there finds the server again.
    public bool KeepsAddress { get; init; }

    public Uri Address { get; private set; } = new("http://127.0.0.1:1/");

    public async Task StartAsync()
    {
        _process = ProgramRun.Start(ProgramRun.Mesoscope, ["server", "--data", folder, "--listen", KeepsAddress && Key.Length > 0 ? Address.Authority : "127.0.0.1:0", .. words]);
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException($"the server ended: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
            if (line.Contains("agents' key", StringComparison.Ordinal))
            {
                Key = line.Split(' ')[^1];
            }
            else if (line.TrimStart().StartsWith("with password", StringComparison.Ordinal))
            {
                OneTimePassword = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
            }
            else if (line.StartsWith("The server is up: ", StringComparison.Ordinal))
            {
                Address = new Uri(line.Split(' ')[^1]);
                return;
            }
        }
    }

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }
}
