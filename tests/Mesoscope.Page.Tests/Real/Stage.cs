using System.Diagnostics;
using System.Text.RegularExpressions;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Scenes;
using Mesoscope.Testing.Programs;

namespace Mesoscope.Page.Tests.Real;

/// <summary>Everything real: Docker, and <c>mesoscope up --demo</c> with empty data.</summary>
sealed partial class Stage : IAsyncDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    readonly ScratchFolder _folder = new();
    readonly DockerDaemon _docker;
    readonly Process _process;

    Stage()
    {
        _docker = new DockerDaemon();
        _process = ProgramRun.Start(ProgramRun.Mesoscope, ["up", "--demo", "--listen", "127.0.0.1:0", "--data", _folder.File("data")]);
    }

    internal Uri Root { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The admin's one-time password.</summary>
    internal string Password { get; private set; } = "";

    /// <summary>Starts it, and returns when the server is up.</summary>
    internal static async Task<Stage> StartAsync()
    {
        var stage = new Stage();
        try
        {
            await stage.ReadAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        LiveRun.Signal(_process.Id, "TERM");
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _docker.Dispose();
        _folder.Dispose();
    }

    // Address and password come in whatever order, in sentences that may change; what they look like does not.
    async Task ReadAsync()
    {
        var error = _process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_patience);
        var said = "";
        while (!Address().IsMatch(said) || !OneTimePassword().IsMatch(said))
        {
            var line = await _process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"'up' ended: {said}{await error}");
            said += line + "\n";
        }

        Root = new Uri(Address().Match(said).Value);
        Password = OneTimePassword().Match(said).Groups[1].Value;

        // A pipe that nobody reads would stop the program one day.
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();

    [GeneratedRegex(@"\bpassword\s+([0-9a-z]{5}(?:-[0-9a-z]{5})+)")]
    private static partial Regex OneTimePassword();
}
