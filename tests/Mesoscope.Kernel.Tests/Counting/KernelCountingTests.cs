using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Mesoscope.Kernel.Counting;
using static Mesoscope.Kernel.Tests.Counting.CallProgram;

namespace Mesoscope.Kernel.Tests.Counting;

[Collection("counting")]
public sealed partial class KernelCountingTests
{
    [CountingFact]
    public void Open_WithTheFourCapabilities_Counts()
    {
        Counts counts = new();
        var process = 0;
        Rights.RunWith([Rights.Bpf, Rights.Performance, Rights.Trace, Rights.ReadSearch], () =>
        {
            using var counting = KernelCounting.Open(new CountingOptions());
            using var child = Process.Start("/bin/true");
            child.WaitForExit();
            process = child.Id;
            counting.Read(counts);
            counting.ReadQueues(new List<ListenQueue>());
        });

        Assert.Contains(process, counts.Ended);
        Assert.Equal(1UL, counts.Processes[process].ProcessStarts);
    }

    [CountingFact]
    public void Open_WithoutCapabilities_SaysWhatIsMissing()
    {
        LiveCaptureException? failure = null;
        Rights.RunWith([Rights.ReadSearch], () => failure = Assert.Throws<LiveCaptureException>(() => KernelCounting.Open(new CountingOptions())));
        Assert.True(failure!.Problem is LiveCaptureProblem.NotPermitted or LiveCaptureProblem.Forbidden, failure.Message);
    }

    [CountingFact]
    public void Dispose_AfterCounting_LeavesNothingInTheKernel()
    {
        var counting = KernelCounting.Open(new CountingOptions());
        var programs = LoadedProgram.Held("count_exit");
        counting.Dispose();

        Assert.NotEmpty(programs);
        Assert.True(SpinWait.SpinUntil(() => programs.All(id => LoadedProgram.NameOf(id) is null), 10_000), "programs are still loaded");
        Assert.Throws<ObjectDisposedException>(() => counting.Drops);
    }

    [CountingFact("/usr/bin/strace")]
    public void Read_BesideStrace_CountsTheSameCalls()
    {
        var program = new CallProgram();
        var buffer = Address(program.Room(64));
        var file = program.Call(CallProgram.Open, Address(program.Text("data")), 0x42, 0x180);
        program.Repeat(20, () => program.Call(Write, file, buffer, 3));
        program.Repeat(30, () => program.Call(Close, 99));
        var folder = Directory.CreateTempSubdirectory("counting");
        var summary = Path.Combine(folder.FullName, "summary");
        using var counting = KernelCounting.Open(new CountingOptions());
        var start = new ProcessStartInfo("/usr/bin/strace", ["-f", "-c", "-o", summary, program.Save(folder.FullName)]) { RedirectStandardInput = true, WorkingDirectory = folder.FullName };
        using var strace = Process.Start(start)!;
        var before = new Counts();
        var traced = 0;
        Assert.True(SpinWait.SpinUntil(() => (traced = ChildOf(strace.Id)) != 0 && ReadsInput(traced), 60_000), "the program does not wait for its start");
        counting.Read(before);
        strace.StandardInput.BaseStream.WriteByte(1);
        strace.StandardInput.BaseStream.Flush();
        Assert.True(strace.WaitForExit(60_000));
        var counts = new Counts();
        counting.Read(counts);

        // strace saw the program being executed, too.
        var total = TotalLine().Match(File.ReadAllText(summary));
        Assert.True(total.Success, File.ReadAllText(summary));
        Assert.Equal(ulong.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture) - 1, counts.Processes[traced].Calls);
        Assert.Equal(ulong.Parse(total.Groups[2].Value, CultureInfo.InvariantCulture), counts.Processes[traced].Errors);
        folder.Delete(recursive: true);
    }

    // strace tries out what the kernel can with children that are gone at once.
    static bool ReadsInput(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/syscall").StartsWith("0 0x0 ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    static int ChildOf(int process)
    {
        var children = File.ReadAllText($"/proc/{process}/task/{process}/children").Trim();
        return children.Length == 0 ? 0 : int.Parse(children.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*100\.00\s+\S+\s+\S+\s+(\d+)\s+(\d+)\s+total", RegexOptions.Multiline)]
    private static partial Regex TotalLine();
}
