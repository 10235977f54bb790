using Mesoscope.Testing;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.BadInput;

public sealed class CaptureFileTests : IDisposable
{
    // Every how many bytes a prefix is tried here; the reader's own tests try every one.
    const int PrefixStep = 53;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-files-");

    public static TheoryData<string> Samples => Sample.All;

    public static TheoryData<string, byte[]> Foreign => new()
    {
        { "empty", [] },
        { "text", "evt.type=open is a filter, not a capture\n"u8.ToArray() },
        { "one byte", [0x0A] },
        { "gzip without content", [0x1F, 0x8B] },
        { "zeros", new byte[4096] },
        { "claims four gigabytes", [0x0A, 0x0D, 0x0D, 0x0A, 0xF0, 0xFF, 0xFF, 0xFF, .. new byte[92]] },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Trace_OfAPrefix_PrintsTheEventsBeforeTheBreak(string capture)
    {
        var bytes = File.ReadAllBytes(capture);
        var whole = ProgramRun.Trace("-r", capture).Output;
        Assert.NotEmpty(whole);
        for (var length = bytes.Length - 1; length > 0; length -= PrefixStep * (bytes.Length / 4096 + 1))
        {
            var result = ProgramRun.Run(ProgramRun.Mesoscope, ["trace", "-r", "-"], bytes[..length]);
            Refusal.CheckNoCrash(result, $"first {length} bytes of {capture}");
            Assert.True(whole.AsSpan().StartsWith(result.Output), $"first {length} bytes of {capture} print something else");
            Assert.InRange(result.ErrorLines.Length, 0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Trace_OfAFileThatIsNoCapture_RefusesInOneLine(string what, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, "foreign.scap");
        File.WriteAllBytes(path, content);
        var result = ProgramRun.Trace("-r", path);
        Assert.True(result.Output.Length == 0, what);
        Refusal.Check(result, path);
    }

    [Fact]
    public void Trace_OfADirectory_RefusesInOneLine() => Refusal.Check(ProgramRun.Trace("-r", _folder.FullName), _folder.FullName, "directory");

    [Fact]
    public void Trace_OfAMissingFile_RefusesInOneLine() => Refusal.Check(ProgramRun.Trace("-r", "no-such-file.scap"), "no-such-file.scap");

    [Fact]
    public void Trace_OfAFileThatCannotBeRead_RefusesInOneLine() => Refusal.Check(ProgramRun.Trace("-r", "/proc/self/mem"), "/proc/self/mem");

    [Fact]
    public void Trace_OfForeignAndBrokenCaptures_NeverCrashes()
    {
        // A folder of damaged captures may lie beside the clone; without it the files above are what is tried.
        var folder = RepositoryFolder.PathOf("..", "shared", "corpus", "scap-negative");
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            Refusal.CheckNoCrash(ProgramRun.Trace("-r", path), path);
            Refusal.CheckNoCrash(ProgramRun.Trace("-r", path, "--salvage"), path + " --salvage");
        }
    }
}
