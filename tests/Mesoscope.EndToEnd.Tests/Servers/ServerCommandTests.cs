using System.Net;
using System.Net.Sockets;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Servers;

public sealed class ServerCommandTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-command-");

    public void Dispose() => _folder.Delete(true);

    [Theory]
    [InlineData("server")]
    [InlineData("up")]
    public void Run_OnAPortInUse_SaysSoAndIsNotZero(string command)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var result = ProgramRun.Run(ProgramRun.Mesoscope, [command, "--data", _folder.FullName, "--listen", $"{other.LocalEndpoint}"]);
        Assert.Equal(1, result.Status);
        Assert.Contains("another program listens there", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(result.OutputText);
    }

    [Fact]
    public void Run_WithAFolderThatIsAFile_SaysSoAndIsNotZero()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var result = ProgramRun.Run(ProgramRun.Mesoscope, ["server", "--data", file, "--listen", "127.0.0.1:0"]);
        Assert.Equal(1, result.Status);
        Assert.Contains("--data", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithACertificateThatIsNotThere_SaysSoAndIsNotZero()
    {
        var result = ProgramRun.Run(ProgramRun.Mesoscope, ["server", "--data", _folder.FullName, "--listen", "127.0.0.1:0", "--tls-cert", "/nowhere.pem"]);
        Assert.Equal(1, result.Status);
        Assert.Contains("/nowhere.pem", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("server")]
    [InlineData("up")]
    public async Task Run_UntilItIsEnded_PrintsItsAddressAndEndsWithZero(string command)
    {
        using var process = ProgramRun.Start(ProgramRun.Mesoscope, [command, "--data", _folder.FullName, "--listen", "127.0.0.1:0"]);
        using var patience = new CancellationTokenSource(ProgramRun.Limit);
        var text = "";
        while (!text.Contains("The server is up: ", StringComparison.Ordinal))
        {
            text += await process.StandardOutput.ReadLineAsync(patience.Token) + "\n";
        }

        using var client = new HttpClient { BaseAddress = new Uri(text.TrimEnd().Split(' ')[^1]) };
        Assert.Equal("ok", (await client.GetStringAsync("healthz")).Trim());
        Assert.Matches("with password +[^ ]{12,}", text);
        using var end = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }
}
