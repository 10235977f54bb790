using System.Net;
using Mesoscope.Kernel.Counting;
using static Mesoscope.Kernel.Tests.Counting.CallProgram;
using TcpListener = System.Net.Sockets.TcpListener;

namespace Mesoscope.Kernel.Tests.Counting;

[Collection("counting")]
public sealed class LifeCountingTests
{
    [CountingFact]
    public void Read_AfterShortLivedChildren_LosesNothingOfThem()
    {
        const int Children = 500;
        var program = new CallProgram();
        program.Repeat(Children, () =>
        {
            program.InChild(() =>
            {
                program.Call(GetParent);
                program.Call(GetParent);
                program.Call(Exit, 3);
            });
            program.Call(Wait, -1, 0, 0, 0);
        });
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var counts = run.Run();
        Assert.Equal(new Activity { Calls = 1 + Children * 2, ProcessEnds = 1 }, counts.Processes[run.ProcessId] with { MinorFaults = 0, MajorFaults = 0 });
        Assert.Equal((ulong)(1 + Children * 4), counts.Groups[run.Group].Calls);
        Assert.Equal(Children + 1UL, counts.Groups[run.Group].ProcessEnds);
        var ends = Happenings(counting).OfType<ProcessEnded>().Where(e => e.ControlGroup == run.Group && e.ExitStatus == 3).ToList();
        Assert.Equal(Children, ends.Count);
        Assert.All(ends, e => Assert.Equal((run.ProcessId, "calls", 0), (e.ParentId, e.Name, e.Signal)));
        Assert.All(ends, e => Assert.Equal(2UL, counts.Processes[e.ProcessId].Calls));
    }

    [CountingFact]
    public void Read_AfterMoreEndsThanTheRingHolds_LosesNothingOfTheGroup()
    {
        const int Children = 2000;
        var program = new CallProgram();
        program.Repeat(Children, () =>
        {
            program.InChild(() =>
            {
                program.Call(Close, 99);
                program.Call(Exit, 0);
            });
            program.Call(Wait, -1, 0, 0, 0);
        });
        using var counting = KernelCounting.Open(new CountingOptions { RingBytes = 64 * 1024 });
        using var run = new CountedRun(counting, program);

        var counts = run.Run();
        Assert.Equal(1UL + Children * 3, counts.Groups[run.Group].Calls);
        Assert.Equal(Children + 1UL, counts.Groups[run.Group].ProcessEnds);
        Assert.Equal((ulong)Children, counts.Errors[(run.Group, 9)]);
        Assert.True(counting.Drops.Processes > Children / 2, $"{counting.Drops} {Happenings(counting).Count} {counts.Processes.Count}");
        Assert.Equal(0UL, counting.Drops.Calls + counting.Drops.ControlGroups + counting.Drops.Errors);
    }

    [CountingFact]
    public void Read_AfterThreadsEnded_KeepsWhatTheyDid()
    {
        var program = new CallProgram();
        for (var i = 0; i < 20; i++)
        {
            program.InThread(() =>
            {
                program.Repeat(100, () => program.Call(GetParent));
                program.Call(ExitThread, 0);
            });
        }

        program.Call(CallProgram.Read, 0, Address(program.Room(8)), 1);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);
        run.Release();
        Assert.True(SpinWait.SpinUntil(() => run.IsWaiting && Directory.GetDirectories($"/proc/{run.ProcessId}/task").Length == 1, 10_000));
        var counts = new Counts();
        counting.Read(counts);
        Assert.DoesNotContain(run.ProcessId, counts.Ended);
        run.Run(counts);

        Assert.Equal(1 + 20 + (20 * 100) + 1UL, counts.Processes[run.ProcessId].Calls);
        Assert.Equal((1UL, counts.Processes[run.ProcessId]), (counts.Groups[run.Group].ProcessEnds, counts.Groups[run.Group]));
        Assert.Single(Happenings(counting).OfType<ProcessEnded>(), e => e.ProcessId == run.ProcessId);
    }

    [CountingFact]
    public void Read_WhenTheMainThreadEndsFirst_CountsTheRest()
    {
        var program = new CallProgram();
        program.InThread(() =>
        {
            program.Call(CallProgram.Read, 0, Address(program.Room(8)), 1);
            program.Repeat(100, () => program.Call(GetParent));
            program.Call(ExitThread, 0);
        });
        program.Call(ExitThread, 5);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);
        run.Release();
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{run.ProcessId}/stat").Contains(" Z ", StringComparison.Ordinal), 10_000));
        var counts = new Counts();
        counting.Read(counts);
        Assert.DoesNotContain(run.ProcessId, counts.Ended);
        run.Run(counts);

        Assert.Equal(1 + 1 + 1 + 100UL, counts.Processes[run.ProcessId].Calls);
        Assert.Contains(run.ProcessId, counts.Ended);
        var end = Assert.Single(Happenings(counting).OfType<ProcessEnded>(), e => e.ProcessId == run.ProcessId);
        Assert.Equal(run.Process.ExitCode, end.ExitStatus);
    }

    [CountingFact]
    public void Read_AfterExecute_CountsTheStart()
    {
        var program = new CallProgram();
        var path = Address(program.Text("/bin/true"));
        program.InChild(() =>
        {
            program.Call(Execute, Address(program.Text("/no/such/program")), 0, 0);
            program.Call(Execute, path, 0, 0);
            program.Call(Exit, 9);
        });
        program.Call(Wait, -1, 0, 0, 0);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);

        var counts = run.Run();
        Assert.Equal(1UL, counts.Groups[run.Group].ProcessStarts);
        Assert.Equal(0UL, counts.Processes[run.ProcessId].ProcessStarts);
        var failed = Assert.Single(Happenings(counting).OfType<FailedCall>(), f => f.ControlGroup == run.Group && f.Call == "execve");
        Assert.Equal(("ENOENT", "filename=/no/such/program"), (failed.ErrorName, failed.Arguments));
    }

    [CountingFact]
    public void TryTake_AfterASignal_SaysWhich()
    {
        var program = new CallProgram();
        program.Crash();
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);
        run.Run();

        var end = Assert.Single(Happenings(counting).OfType<ProcessEnded>(), e => e.ProcessId == run.ProcessId);
        Assert.Equal((4, 0, Environment.ProcessId, false), (end.Signal, end.ExitStatus, end.ParentId, end.IsOutOfMemory));
        Assert.InRange(end.Time, end.BeginTime, end.BeginTime + 60_000_000_000);
    }

    [CountingFact]
    public void TryTake_AfterATakenPort_HasTheAddress()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var program = new CallProgram();
        var socket = program.Call(Socket, 2, 1, 0);
        program.Call(Bind, socket, Address(program.Bytes(NetCountingTests.Loopback(port))), 16);
        program.Call(Open, Address(program.Text("/no/such/file")), 0, 0);
        program.Call(Read, socket, Address(program.Room(8)), 1);
        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);
        run.Run();

        var failed = Happenings(counting).OfType<FailedCall>().Where(f => f.ControlGroup == run.Group && f.Name == "calls").ToList();
        Assert.Equal(["bind", "open", "read"], failed.Select(f => f.Call));
        var bind = failed[0];
        Assert.True(bind.IsPortConflict);
        Assert.Equal($"fd={(int)3} addr=127.0.0.1:{port}", bind.Arguments);
        Assert.Equal((TransportProtocol.Tcp, 98, new IPEndPoint(IPAddress.Loopback, port)), (bind.Protocol, bind.ErrorNumber, bind.Address));
        Assert.NotEqual(0UL, bind.NetworkNamespace);
        Assert.Equal(("ENOENT", "name=/no/such/file"), (failed[1].ErrorName, failed[1].Arguments));
    }

    [CountingFact]
    public void TryTake_InAnOldGroup_TellsOnlyOfTakenPorts()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var program = new CallProgram();
        var socket = program.Call(Socket, 2, 1, 0);
        program.Call(Open, Address(program.Text("/no/such/file")), 0, 0);
        program.Call(Bind, socket, Address(program.Bytes(NetCountingTests.Loopback(port))), 16);
        using var counting = KernelCounting.Open(new CountingOptions { YoungTime = TimeSpan.Zero });
        using var run = new CountedRun(counting, program);
        run.Run();

        Assert.Equal(["bind"], Happenings(counting).OfType<FailedCall>().Where(f => f.ControlGroup == run.Group).Select(f => f.Call));
    }

    [CountingFact]
    public void TryTake_AfterMemoryRanOut_SaysSo()
    {
        var program = new CallProgram();
        for (var i = 0; i < 250; i++)
        {
            program.Touch(FreshPage(i));
        }

        using var counting = KernelCounting.Open(new CountingOptions());
        using var run = new CountedRun(counting, program);
        Assert.True(counting.SeesOutOfMemory);
        run.LimitMemory(400 * 1024);
        run.Run();

        var happenings = Happenings(counting);
        Assert.Contains(happenings.OfType<OutOfMemoryKill>(), k => k.ProcessId == run.ProcessId && k.ControlGroup == run.Group);
        var end = Assert.Single(happenings.OfType<ProcessEnded>(), e => e.ProcessId == run.ProcessId);
        Assert.Equal((9, true), (end.Signal, end.IsOutOfMemory));
    }

    static List<KernelHappening> Happenings(KernelCounting counting)
    {
        List<KernelHappening> all = [];
        while (counting.TryTake(out var happening))
        {
            all.Add(happening);
        }

        return all;
    }
}
