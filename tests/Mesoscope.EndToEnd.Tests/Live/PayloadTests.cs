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
        Record("65536", file, Written, count: 2);
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
        Record("65535", file, written, count: 1);
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

    // Of a run in which a busy machine lost events nothing can be said.
    static void Record(string snaplen, string file, int bytes, int count)
    {
        const int Attempts = 10;
        ProgramResult run;
        var attempt = 0;
        do
        {
            run = ProgramRun.Trace("-s", snaplen, "--buffer-size", "64", "-w", file, "--", "/bin/dd", "if=/dev/zero", "of=/dev/null", $"bs={bytes}", $"count={count}");
            Assert.True(run.Status == 0, run.Error);
        }
        while (run.Error.Contains("lost", StringComparison.Ordinal) && ++attempt < Attempts);
        Assert.True(attempt < Attempts, run.Error);
    }
}
