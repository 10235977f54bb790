using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.BadInput;

public sealed class OutputFileTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-output-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_ToAFullDisk_RefusesInOneLine() => Refusal.Check(ProgramRun.Trace("-r", Sample.Web, "-w", "/dev/full"), "/dev/full");

    [Fact]
    public void Print_ToAFullDisk_EndsWithStatusOne()
    {
        var result = ProgramRun.Run("/bin/sh", ["-c", "exec \"$0\" trace -r \"$1\" >/dev/full", ProgramRun.Mesoscope, Sample.Web]);
        Refusal.Check(result);
    }

    [Fact]
    public void Write_IntoAMissingFolder_RefusesInOneLine() =>
        Refusal.Check(ProgramRun.Trace("-r", Sample.Web, "-w", Path.Combine(_folder.FullName, "no", "out.scap")), "out.scap");

    [Theory]
    [InlineData("itself")]
    [InlineData("symbolic link")]
    [InlineData("hard link")]
    public void Write_ToTheFileThatIsRead_RefusesAndLeavesItAlone(string kind)
    {
        var source = Path.Combine(_folder.FullName, "in.scap");
        var target = kind == "itself" ? source : Path.Combine(_folder.FullName, "link.scap");
        File.Copy(Sample.Web, source);
        if (kind != "itself")
        {
            Assert.Equal(0, ProgramRun.Run("/bin/ln", kind == "hard link" ? [source, target] : ["-s", source, target]).Status);
        }

        Refusal.Check(ProgramRun.Trace("-r", source, "-w", target), target);
        Assert.Equal(File.ReadAllBytes(Sample.Web), File.ReadAllBytes(source));
    }

    [Fact]
    public void Print_IntoAClosedPipe_EndsQuietly()
    {
        // Enough captures in a row that their lines do not fit into a pipe that nobody reads.
        var arguments = Enumerable.Range(0, 40).SelectMany(_ => new[] { "-r", Sample.Web });
        using var process = ProgramRun.Start(ProgramRun.Mesoscope, ["trace", .. arguments]);
        process.StandardInput.Close();
        Assert.NotEqual(-1, process.StandardOutput.BaseStream.ReadByte());
        process.StandardOutput.Close();
        var ended = process.WaitForExit(ProgramRun.Limit);
        if (!ended)
        {
            process.Kill();
        }

        Assert.True(ended, "the program went on writing into a closed pipe");
        Assert.Equal("", process.StandardError.ReadToEnd());
        Assert.True(process.ExitCode is 0 or 1 or 141, $"status {process.ExitCode}");
    }
}
