using Mesoscope.EndToEnd.Tests.Live;
using System.Diagnostics;
using System.Text;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Scenes;

/// <summary>The machine's Docker; started for the test when it does not run, and then ended with it.</summary>
sealed class DockerDaemon : IDisposable
{
    const string Pause = "0.1";
    readonly Process? _process;
    readonly StringBuilder _log = new();

    internal DockerDaemon()
    {
        if (IsReady)
        {
            return;
        }

        _process = ProgramRun.Start(DockerFactAttribute.PathOf("dockerd")!, ["--iptables=false", "--bridge=none"]);
        _process.ErrorDataReceived += (_, line) => _log.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        var start = Stopwatch.StartNew();
        while (!IsReady)
        {
            Assert.False(_process.HasExited || start.Elapsed > ProgramRun.Limit, $"dockerd did not start: {_log}");
            ProgramRun.Run("/bin/sleep", [Pause]);
        }
    }

    static bool IsReady => Docker("version").Status == 0;

    /// <summary>Runs <c>docker</c>.</summary>
    internal static ProgramResult Docker(params string[] arguments) => ProgramRun.Run(DockerFactAttribute.PathOf("docker")!, arguments);

    /// <summary>Makes an image of a program and the libraries that it loads.</summary>
    internal static void MakeImage(string image, string program, ScratchFolder folder)
    {
        var libraries = ProgramRun.Run(DockerFactAttribute.PathOf("ldd")!, [program]).OutputText.Split([' ', '\n', '\t']).Where(static word => word.StartsWith('/'));
        var archive = folder.File("image.tar");
        var packed = ProgramRun.Run(DockerFactAttribute.PathOf("tar")!, ["-chf", archive, program, .. libraries]);
        Assert.True(packed.Status == 0, packed.Error);
        var imported = Docker("import", "-c", $"ENTRYPOINT [\"{program}\"]", archive, image);
        Assert.True(imported.Status == 0, imported.Error);
    }

    public void Dispose()
    {
        if (_process is null)
        {
            return;
        }

        LiveRun.Signal(_process.Id, "TERM");
        if (!_process.WaitForExit(ProgramRun.Limit))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
