using System.Runtime.InteropServices;
using Mesoscope.Testing.Calls;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed partial class FamilyReplayTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    [LiveFact(NeedsReference = true)]
    public void Trace_EveryFamilyOfCalls_IsTheSameForTheReference()
    {
        var file = _folder.File("families.scap");
        using var scene = new CallScene();
        using (var run = new LiveRun("-w", file, $"thread.tid={ThreadId()}"))
        {
            LiveRun.WaitForFile(file);
            foreach (var family in CallFamilies.All.Values)
            {
                family(scene);
            }

            // Nothing lies there, and the kernel does not look.
            Assert.Equal(-1, Write(99999, 1, 10));

            run.Signal("INT");
            var (status, error) = run.Wait();
            Assert.Equal(0, status);
            Assert.DoesNotContain("lost", error, StringComparison.Ordinal);

            // Others' calls that change the state arrive too, and of theirs some may be unreadable as well.
            Assert.Matches("[1-9][0-9]* parameters left empty", error);
        }

        var ours = ProgramRun.Trace("-r", file);
        var theirs = ProgramRun.Run(ProgramRun.Reference!, ["-r", file]);
        Assert.True(theirs.Status == 0, theirs.Error);
        Assert.True(ours.OutputText.Count('\n') >= 2 * scene.Made.Count, "calls are missing in the file");

        // The runtime's own files in memory, whose type the reference does not know: docs/differences.md.
        Assert.Equal(theirs.OutputText, ours.OutputText.Replace("(<m>", "(<X>", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadId();

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, nint data, nint bytes);
}
