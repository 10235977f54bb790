using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Clusters;

// A capture while its cluster fails: it goes on, says why, and shows its credentials to nobody.
public sealed class LiveFaultTests
{
    const string User = "operator";
    const string Secret = "geheim";

    [LiveFact]
    public void Trace_WhileTheClusterFails_GoesOnAndKeepsItsSecrets()
    {
        using var folder = new ScratchFolder();
        using var demo = new DemoProcess("--user", $"{User}:{Secret}");
        using var load = ProgramRun.Start("/bin/sh", ["-c", "while :; do chroot /proc/no-such-folder 2>/dev/null; done"]);
        try
        {
            var file = folder.File("names.scap");
            string[] masters = [.. demo.Masters.SelectMany(static url => new[] { "-m", WithSecret(url) }), "--marathon", WithSecret(demo.Marathons[0])];
            using var shown = new LiveRun([.. masters, "--mesos-poll", "1", "evt.type=chroot"]);
            Assert.Contains("chroot", shown.Output.ReadLine(), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, CommandLine(shown.Pid), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, CommandLine(demo.Pid), StringComparison.Ordinal);

            // Its first state has the command lines of the others, which hide their secrets by now.
            using var written = new LiveRun([.. masters, "-w", file, "evt.type=chroot"]);

            demo.Command("no-leader");
            for (var master = 0; master < demo.Masters.Count; master++)
            {
                demo.Command($"kill-master?master={master}");
            }

            // Until it was said, and then some.
            for (var left = 100; left > 0; left -= HasSaid(shown, "master: ") ? 1 : 0)
            {
                Assert.Contains("chroot", shown.Output.ReadLine(), StringComparison.Ordinal);
            }

            Assert.True(SpinWait.SpinUntil(() => File.Exists(file) && new FileInfo(file).Length > 0, ProgramRun.Limit));
            shown.Signal("INT");
            written.Signal("INT");
            shown.Output.ReadToEnd();
            var (status, error) = shown.Wait();
            Assert.Equal((0, 0), (status, written.Wait().Status));
            Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);

            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("geheim"u8));
        }
        finally
        {
            load.Kill();
        }
    }

    static bool HasSaid(LiveRun run, string source) => ("\n" + run.Error).Contains("\nmesoscope: " + source, StringComparison.Ordinal);

    static string WithSecret(string url) => url.Replace("http://", $"http://{User}:{Secret}@", StringComparison.Ordinal);

    static string CommandLine(int pid) => File.ReadAllText($"/proc/{pid}/cmdline");
}
