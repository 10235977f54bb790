using System.Diagnostics;
using System.Net.Sockets;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Scenes;

/// <summary>Redis in Docker on a host where somebody's redis holds its port already.</summary>
[Collection(SharedMachine.Name)]
public sealed class TakenPortTests : IDisposable
{
    const string Image = "redis";
    const string Hold = "--hold=10000";
    const int Port = 6379;
    readonly ScratchFolder _folder = new();
    Process? _holder;

    [DockerFact]
    public void Trace_ImageOfAContainerThatCannotBind_ShowsItsCallsToTheEnd()
    {
        using var docker = new DockerDaemon();
        DockerDaemon.MakeImage(Image, DockerFactAttribute.PathOf("redis-server")!, _folder);
        HoldPort();
        var file = _folder.File("scene.scap");

        var lines = Capture(file, out var error);

        Assert.DoesNotContain("lost", error, StringComparison.OrdinalIgnoreCase);
        var calls = lines.SkipWhile(static line => !line.Contains("> socket domain=2(AF_INET)", StringComparison.Ordinal)).ToList();
        string[] story = ["> socket domain=2(AF_INET)", "< socket fd=", "> setsockopt", "< setsockopt res=0", "> bind fd=", "< bind res=-98(EADDRINUSE) addr=0.0.0.0:6379", "> close fd=", "< close res=0", "> write fd=", "> exit_group", "> procexit status=256 ret=1"];
        foreach (var part in story)
        {
            var at = calls.FindIndex(line => line.Contains(part, StringComparison.Ordinal));
            Assert.True(at >= 0, $"'{part}' is not shown after the calls before it; shown are:\n{string.Join('\n', lines.TakeLast(120))}");
            calls.RemoveRange(0, at + 1);
        }

        CheckReplay(file);
    }

    public void Dispose()
    {
        _holder?.Kill();
        _holder?.Dispose();
        _folder.Dispose();
    }

    // The same container is captured as lines and as a file.
    static string[] Capture(string file, out string error)
    {
        // On a busy machine Docker may answer behind the end of such a short life.
        using var shown = new LiveRun(Hold, $"container.image={Image} or evt.type=chroot");
        using var written = new LiveRun(Hold, "-w", file, $"container.image={Image}");
        using (var loop = ProgramRun.Start("/bin/sh", ["-c", "while :; do chroot /proc/no-such-folder 2>/dev/null; done"]))
        {
            Assert.Contains("chroot", shown.Output.ReadLine(), StringComparison.Ordinal);
            Assert.True(SpinWait.SpinUntil(() => File.Exists(file) && new FileInfo(file).Length > 0, ProgramRun.Limit));
            loop.Kill();
        }

        var started = DockerDaemon.Docker("run", "--rm", "--net=host", Image);
        Assert.True(started.Status == 1, started.Error);
        shown.Signal("INT");
        written.Signal("INT");
        var lines = shown.Output.ReadToEnd().Split('\n');
        var (status, text) = shown.Wait();
        Assert.Equal(0, status);
        Assert.Equal(0, written.Wait().Status);
        error = text;
        return lines;
    }

    static void CheckReplay(string file)
    {
        if (ProgramRun.Reference is not { } reference)
        {
            return;
        }

        string[] arguments = ["-r", file, $"container.image={Image}"];
        var theirs = ProgramRun.Run(reference, arguments);
        Assert.True(theirs.Status == 0, theirs.Error);
        Assert.Contains("bind res=-98(EADDRINUSE)", theirs.OutputText, StringComparison.Ordinal);
        Assert.Equal(theirs.OutputText, ProgramRun.Trace(arguments).OutputText);
    }

    void HoldPort()
    {
        if (!IsTaken())
        {
            _holder = ProgramRun.Start(DockerFactAttribute.PathOf("redis-server")!, ["--port", $"{Port}", "--save", ""]);
            Assert.True(SpinWait.SpinUntil(IsTaken, ProgramRun.Limit), "redis does not listen");
        }
    }

    static bool IsTaken()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
