using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class PayloadTests : IDisposable
{
    const int Written = 63_000;

    // docs/differences.md says why.
    const int Most = 63_976;

    readonly ScratchFolder _folder = new();

    [LiveFact(NeedsReference = true)]
    public void Trace_PayloadOfSixtyFourKib_IsInTheFileAndReadableByTheReference()
    {
        var file = _folder.File("large.scap");
        var run = ProgramRun.Trace("-s", "65536", "--buffer-size", "64", "-w", file, "--", "/bin/dd", "if=/dev/zero", "of=/dev/null", $"bs={Written}", "count=2");
        Assert.True(run.Status == 0, run.Error);
        Assert.DoesNotContain("lost", run.Error, StringComparison.Ordinal);
        string[] payloads = ["-r", file, "-x", "-p", "%evt.type %evt.buffer", "evt.dir=< and evt.type in (read, write) and fd.name in (/dev/zero, /dev/null)"];
        var replay = ProgramRun.Trace(payloads);
        Assert.True(replay.Status == 0, replay.Error);
        var ours = replay.OutputText;

        // -x shows 16 bytes a line.
        Assert.Equal(4 * (Written / 16 + 1), ours.Split("\t0x").Length - 1);
        Assert.Equal(ProgramRun.Run(ProgramRun.Reference!, payloads).OutputText, ours);
    }

    [LiveTheory]
    [InlineData(Most - 1, Most - 1)]
    [InlineData(Most, Most)]
    [InlineData(Most + 1, Most)]
    [InlineData(65_536, Most)]
    [InlineData(200_000, Most)]
    public void Trace_PayloadAroundTheMost_IsCutThereAndReadableByTheReference(int written, int kept)
    {
        var file = _folder.File("edge.scap");
        var run = ProgramRun.Trace("-s", "65535", "--buffer-size", "64", "-w", file, "--", "/bin/dd", "if=/dev/zero", "of=/dev/null", $"bs={written}", "count=1");
        Assert.True(run.Status == 0, run.Error);
        Assert.DoesNotContain("lost", run.Error, StringComparison.Ordinal);
        string[] payloads = ["-r", file, "-x", "-p", "%evt.type %evt.rawres %evt.buffer", "evt.dir=< and evt.type in (read, write) and fd.name in (/dev/zero, /dev/null)"];
        var ours = ProgramRun.Trace(payloads).OutputText;

        // -x shows 16 bytes a line.
        Assert.Equal(2 * ((kept + 15) / 16), ours.Split("\t0x").Length - 1);
        if (ProgramRun.Reference is { } reference)
        {
            Assert.Equal(ProgramRun.Run(reference, payloads).OutputText, ours);
        }
    }

    [LiveFact]
    public void Trace_PageFaults_AreThereWhenAskedFor()
    {
        var result = ProgramRun.Trace("--page-faults", "-p", "%evt.args", "evt.type=page_fault", "--", "/bin/true");

        Assert.True(result.Status == 0, result.Error);
        Assert.Contains("PAGE_NOT_PRESENT", result.OutputText, StringComparison.Ordinal);
        Assert.Contains("USER_FAULT", result.OutputText, StringComparison.Ordinal);
        Assert.Equal("", ProgramRun.Trace("-p", "%evt.args", "evt.type=page_fault", "--", "/bin/true").OutputText);
    }

    public void Dispose() => _folder.Dispose();
}
