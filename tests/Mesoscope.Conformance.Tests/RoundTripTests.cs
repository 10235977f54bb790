using Mesoscope.Testing.Programs;

namespace Mesoscope.Conformance.Tests;

public sealed class RoundTripTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-roundtrip-");

    public static TheoryData<string> Captures => [.. CaptureFolder.SamplePaths, .. CaptureFolder.FurtherPaths];

    static readonly string[] s_lines = ["-p", "*%evt.num %evt.rawtime %evt.cpu %proc.name %proc.cmdline %thread.tid %container.id %user.name %evt.dir %evt.type %evt.args %fd.name"];

    public void Dispose() => _folder.Delete(recursive: true);

    [ReferenceTheory]
    [MemberData(nameof(Captures))]
    public void Write_OfAWholeCapture_IsReadBackTheSameByBoth(string capture)
    {
        var before = ProgramRun.Run(ProgramRun.Reference!, ["-r", capture, .. s_lines]);
        var opened = before.Status == 0;
        if (!opened)
        {
            // What the reference cannot open has no lines to compare with; ours then only has to agree with itself.
            before = ProgramRun.Trace(["-r", capture, .. s_lines]);
        }

        var copy = Write(capture, ["-w"]);
        CheckSame(Comparison.Difference(before, ProgramRun.Trace(["-r", copy, .. s_lines])));
        var after = ProgramRun.Run(ProgramRun.Reference!, ["-r", copy, .. s_lines]);
        if (opened)
        {
            CheckSame(Comparison.Difference(before, after));
        }
        else
        {
            // The reference crashes at the first event type that is younger than it: up to there it reads our file.
            Assert.True(after.Output.Length > 0, $"the reference does not open the copy: {after.Error}");
        }
    }

    [ReferenceTheory]
    [MemberData(nameof(Captures))]
    public void Write_Compressed_IsReadBackTheSameByTheReference(string capture)
    {
        var plain = Write(capture, ["-w"]);
        var packed = Write(capture, ["-z", "-w"]);
        Assert.True(new FileInfo(packed).Length < new FileInfo(plain).Length, "the compressed file is not smaller");
        var expected = ProgramRun.Run(ProgramRun.Reference!, ["-r", plain, .. s_lines]);
        CheckSame(Comparison.Difference(expected, ProgramRun.Run(ProgramRun.Reference!, ["-r", packed, .. s_lines])));
    }

    [ReferenceTheory]
    [MemberData(nameof(Captures))]
    public void Write_OfWhatAFilterLeaves_KeepsTheStateThatItsLinesNeed(string capture)
    {
        string[] filter = ["evt.is_io_write=true"];
        string[] lines = ["-p", "*%evt.rawtime %proc.name %evt.dir %evt.type %fd.name", .. filter];
        var before = ProgramRun.Trace(["-r", capture, .. lines]);
        var copy = Write(capture, ["-F", "-w"], filter);
        CheckSame(Comparison.Difference(before, ProgramRun.Trace(["-r", copy, .. lines])));
    }

    static void CheckSame(string? difference) => Assert.True(difference is null, difference);

    string Write(string capture, string[] flags, params string[] filter)
    {
        var copy = Path.Combine(_folder.FullName, $"{Path.GetFileName(capture)}{string.Concat(flags)}.scap");
        var written = ProgramRun.Trace(["-r", capture, .. flags, copy, .. filter]);
        Assert.True(written.Status == 0, $"writing ended with status {written.Status}: {written.Error}");
        return copy;
    }
}
