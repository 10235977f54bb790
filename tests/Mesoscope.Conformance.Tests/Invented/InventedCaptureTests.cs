using Mesoscope.Testing.Programs;

namespace Mesoscope.Conformance.Tests.Invented;

// Captures of old and rare events are hard to come by, so these are made up. Another seed is another capture; the seeds here are just the
// first ones, and MESOSCOPE_INVENTED=N tries N of each era.
public sealed class InventedCaptureTests : IDisposable
{
    const int UsualCount = 3;
    const int CallCount = 300;
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-invented-");

    static readonly string[][] s_lines =
    [
        [],
        ["-j", "-x"],
        ["-p", "*%evt.num %evt.latency %evt.rawres %evt.failed %evt.is_io %evt.io_dir %evt.category %evt.count.error %evt.is_wait %evt.wait_latency %evt.abspath %proc.name"],
        ["-p", "*%evt.num %fd.num %fd.type %fd.typechar %fd.name %fd.directory %fd.filename %fd.cip %fd.sip %fd.cport %fd.sport %fd.l4proto %fd.is_server %fd.uid"],
        ["-p", "*%evt.num %proc.pid %proc.cmdline %proc.cwd %proc.fdopencount %proc.vmrss %thread.tid %container.type %evt.latency %user.name %syslog.message %fdlist.names"],
        ["-R", "-v", "fd.type=ipv4 or fd.name contains e or evt.rawres<0"],
        ["-t", "d", "evt.dir=< and not evt.type in (read, write) and proc.name=bash"],
    ];

    public static TheoryData<int, bool> Captures
    {
        get
        {
            var count = int.TryParse(Environment.GetEnvironmentVariable("MESOSCOPE_INVENTED"), out var wanted) ? wanted : UsualCount;
            var data = new TheoryData<int, bool>();
            for (var seed = 1; seed <= count; seed++)
            {
                data.Add(seed, false);
                data.Add(seed, true);
            }

            return data;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [ReferenceTheory]
    [MemberData(nameof(Captures))]
    public void Trace_OnInventedEventsOfAllTypes_PrintsWhatTheReferencePrints(int seed, bool isOld)
    {
        var path = Path.Combine(_folder.FullName, "invented.scap");
        File.WriteAllBytes(path, InventedCapture.Make(seed, isOld, CallCount));
        foreach (var line in s_lines)
        {
            string[] words = ["-r", path, .. line];
            var reference = ProgramRun.Run(ProgramRun.Reference!, words);
            Assert.True(reference.Status == 0 && reference.Output.Length > 0, $"the reference fails with {string.Join(' ', line)}: {reference.Error}");
            var difference = Comparison.Difference(reference, ProgramRun.Trace(words));
            Assert.True(difference is null || DiffersFromItself(reference, words), $"{string.Join(' ', line)}\n{difference}");
        }
    }

    // Where the reference shows memory that it never wrote, it shows something else the next time.
    static bool DiffersFromItself(ProgramResult first, string[] words) =>
        !first.Output.AsSpan().SequenceEqual(ProgramRun.Run(ProgramRun.Reference!, words).Output);
}
