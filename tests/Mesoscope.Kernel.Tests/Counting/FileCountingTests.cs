using System.Text;
using Mesoscope.Kernel.Counting;
using static Mesoscope.Kernel.Tests.Counting.CallProgram;

namespace Mesoscope.Kernel.Tests.Counting;

[Collection("counting")]
public sealed class FileCountingTests
{
    [CountingFact]
    public void Read_AfterCallsOnFiles_HasEachOfThem()
    {
        var program = new CallProgram();
        var buffer = Address(program.Room(8192));
        var file = program.Call(Open, Address(program.Text("data")), 0x42, 0x180);
        program.Repeat(1000, () => program.Call(Write, file, buffer, 7));
        program.Call(Pread, file, buffer, 4096, 0);
        program.Call(Pread, file, buffer, 4096, 7000);
        program.Call(Read, 99, buffer, 1);
        program.Call(Write, file, 1, 5);
        program.Call(Open, Address(program.Text("missing")), 0, 0);
        program.Call(Unlink, Address(program.Text("missing")));
        program.Repeat(50, () => program.Call(GetParent));
        program.Call(Close, file);
        program.Call(Close, file);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var counts = run.Run();
        var activity = counts.Processes[run.ProcessId];

        // 1 for the byte that it waited for; the call that ends it does not return.
        var expected = new Activity
        {
            Calls = 1 + 1 + 1000 + 2 + 1 + 1 + 1 + 1 + 50 + 2,
            Errors = 5,
            FileReads = 2,
            FileWrites = 1000,
            FileBytesIn = 4096,
            FileBytesOut = 7000,
            FileOpens = 1,
            FileOpenErrors = 1,
            FileErrors = 3,
            ProcessEnds = 1,
        };
        Assert.Equal(expected, activity with { FileTimeIn = 0, FileTimeOut = 0, MinorFaults = 0, MajorFaults = 0 });
        Assert.InRange(activity.FileTimeOut, 1000UL * 20, 20_000_000_000UL);
        Assert.Equal(activity, counts.Groups[run.Group]);
        Assert.Equal(run.Group, counts.GroupOf[run.ProcessId]);
        Assert.Equal("calls", counts.Names[run.ProcessId]);
        Assert.Contains(run.ProcessId, counts.Ended);
        Assert.Equal([(2, 2UL), (9, 2UL), (14, 1UL)], counts.Errors.Where(e => e.Key.Group == run.Group).Select(e => (e.Key.Error, e.Value)).Order());
    }

    [CountingFact]
    public void Read_AfterCopies_CountsBothSides()
    {
        var program = new CallProgram();
        var from = program.Call(Open, Address(program.Text("calls")), 0, 0);
        var to = program.Call(Open, Address(program.Text("copy")), 0x42, 0x180);
        program.Call(Sendfile, to, from, 0, 100_000);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var activity = run.Run().Processes[run.ProcessId];
        Assert.Equal((1UL, 100_000UL, 1UL, 100_000UL), (activity.FileReads, activity.FileBytesIn, activity.FileWrites, activity.FileBytesOut));
        Assert.Equal(0UL, activity.NetOperations);
    }

    [CountingFact]
    public void Read_WhileAProgramRuns_NeverCountsTwice()
    {
        var program = new CallProgram();
        var buffer = Address(program.Room(16));
        var file = program.Call(Open, Address(program.Text("data")), 0x42, 0x180);
        program.Repeat(300_000, () => program.Call(Pread, file, buffer, 1, 0));
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var counts = new Counts();
        run.Release();
        var reads = 0;
        while (!run.Process.HasExited)
        {
            counting.Read(counts);
            reads++;
        }

        counting.Read(counts);
        Assert.True(reads > 3, $"{reads} reads only");
        Assert.Equal(300_000UL, counts.Processes[run.ProcessId].FileReads);
        Assert.Equal(300_002UL, counts.Groups[run.Group].Calls);
    }

    [CountingFact]
    public void Read_AfterTouchedPages_HasTheirFaults()
    {
        var program = new CallProgram();
        for (var i = 0; i < 40; i++)
        {
            program.Touch(FreshPage(i));
        }

        program.Call(Read, 0, Address(program.Room(8)), 1);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);
        var before = Faults(run.ProcessId);
        run.Release();
        Assert.True(SpinWait.SpinUntil(() => Faults(run.ProcessId).Minor >= before.Minor + 40 && File.ReadAllText($"/proc/{run.ProcessId}/syscall").StartsWith("0 ", StringComparison.Ordinal), 5000));
        var after = Faults(run.ProcessId);

        var counts = new Counts();
        counting.Read(counts);
        Assert.Equal(after.Minor - before.Minor, counts.Processes[run.ProcessId].MinorFaults);
        Assert.Equal(after.Major - before.Major, counts.Processes[run.ProcessId].MajorFaults);
    }

    // proc_pid_stat(5): fields 10 and 12; the name in field 2 has no blanks here.
    static (ulong Minor, ulong Major) Faults(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat", Encoding.ASCII).Split(' ');
        return (ulong.Parse(fields[9], null), ulong.Parse(fields[11], null));
    }
}
