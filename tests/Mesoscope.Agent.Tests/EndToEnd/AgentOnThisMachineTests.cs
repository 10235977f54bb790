using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Testing.Groups;
using Xunit.Abstractions;

namespace Mesoscope.Agent.Tests.EndToEnd;

public sealed class AgentOnThisMachineTests(ITestOutputHelper output)
{
    [Fact]
    public async Task RunAsync_BusyContainer_TellsTheProcessorTimeThatTheKernelCounts()
    {
        if (Skips())
        {
            return;
        }

        await using var agent = await RunningAgent.StartAsync();
        using var group = new TestGroup();
        using var load = Start(group, "export MESOS_TASK_ID=web.shop.1 MARATHON_APP_ID=/shop/web; exec timeout 4 sh -c 'while :; do :; done'");
        await load.WaitForExitAsync();
        var counted = group.UsedSeconds;
        var batches = await agent.Server.WaitAsync(batches => RunningAgent.FindContainer(batches, group.Id) is { EndTimeMs: > 0 });
        var container = RunningAgent.FindContainer(batches, group.Id)!;
        var told = RunningAgent.Sum(batches, container.Number, "cpu.cores.used");
        output.WriteLine($"kernel {counted:0.000} s, told {told:0.000} s");
        Assert.InRange(told, counted * 0.98, counted * 1.02);
        Assert.Equal("/shop/web", RunningAgent.Label(container.Labels, LabelNames.AppName));
        Assert.Equal("/shop", RunningAgent.Label(container.Labels, LabelNames.GroupName));
        Assert.Equal("web.shop", RunningAgent.Label(container.Labels, LabelNames.TaskName));
    }

    [Fact]
    public async Task RunAsync_ContainerThatReadsAndWrites_TellsItsBytes()
    {
        if (Skips())
        {
            return;
        }

        await using var agent = await RunningAgent.StartAsync();
        if (SkipsUncounted(agent))
        {
            return;
        }

        using var group = new TestGroup();
        var file = Path.GetTempFileName();
        using var load = Start(group, $"sleep 1; dd if=/dev/zero of={file} bs=10000 count=1000 2>/dev/null; dd if={file} of=/dev/null bs=10000 2>/dev/null; sleep 2");
        await load.WaitForExitAsync();
        var batches = await agent.Server.WaitAsync(batches => RunningAgent.FindContainer(batches, group.Id) is { EndTimeMs: > 0 });
        File.Delete(file);
        var number = RunningAgent.FindContainer(batches, group.Id)!.Number;
        Assert.InRange(RunningAgent.Sum(batches, number, "file.bytes.out"), 10_000_000, 10_100_000);
        // Programs are files too: what the loader reads of them comes on top.
        Assert.InRange(RunningAgent.Sum(batches, number, "file.bytes.in"), 10_000_000, 10_200_000);
        Assert.InRange(RunningAgent.Sum(batches, number, "file.iops.out"), 1000, 1010);
    }

    [Fact]
    public async Task RunAsync_ContainerThatCannotHaveItsPort_TellsWhoHasIt()
    {
        if (Skips())
        {
            return;
        }

        await using var agent = await RunningAgent.StartAsync();
        if (SkipsUncounted(agent))
        {
            return;
        }

        using var holder = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        holder.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        holder.Listen();
        var port = ((IPEndPoint)holder.LocalEndPoint!).Port;
        using var group = new TestGroup();
        using var load = Start(group, $"sleep 1.5; exec perl -MIO::Socket::INET -e 'IO::Socket::INET->new(LocalAddr=>\"127.0.0.1:{port}\",Listen=>1) or exit 7'", new("MESOS_TASK_ID", "cache.shop.1"), new("MARATHON_APP_ID", "/shop/cache"));
        await load.WaitForExitAsync();
        group.Dispose();
        var batches = await agent.Server.WaitAsync(batches => Happenings(batches, HappeningKinds.ContainerDied, group.Id).Count > 0);
        var conflict = Assert.Single(Happenings(batches, HappeningKinds.PortConflict, group.Id));
        output.WriteLine(conflict.Text);
        Assert.Equal(port.ToString(CultureInfo.InvariantCulture), RunningAgent.Label(conflict.Labels, HappeningLabels.Port));
        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), RunningAgent.Label(conflict.Labels, HappeningLabels.CulpritPrefix + LabelNames.ProcessId));
        Assert.Equal("/shop/cache", RunningAgent.Label(conflict.Labels, LabelNames.AppName));
        var died = Assert.Single(Happenings(batches, HappeningKinds.ContainerDied, group.Id));
        output.WriteLine(died.Text);
        Assert.Equal("7", RunningAgent.Label(died.Labels, HappeningLabels.ExitStatus));
        Assert.Contains(died.FailedCalls, call => call.Call == "bind" && call.Error == 98);
        Assert.Single(Happenings(batches, HappeningKinds.ContainerStarted, group.Id));
    }

    static List<Happening> Happenings(IEnumerable<SampleBatch> batches, string kind, string id) =>
        [.. batches.SelectMany(static batch => batch.Happenings).Where(h => h.Kind == kind && RunningAgent.Label(h.Labels, LabelNames.ContainerId) == id)];

    // The first process of a task has the task's environment already.
    static Process Start(TestGroup group, string command, params KeyValuePair<string, string>[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(group.JoinCommand + command);
        return Process.Start(start)!;
    }

    bool Skips()
    {
        if (TestGroup.WhyNot is { } reason)
        {
            output.WriteLine($"skipped: {reason}");
        }

        return TestGroup.WhyNot is not null;
    }

    bool SkipsUncounted(RunningAgent agent)
    {
        var reason = agent.Lines.FirstOrDefault(static line => line.Contains("system calls", StringComparison.Ordinal));
        if (reason is not null)
        {
            output.WriteLine($"skipped: {reason}");
        }

        return reason is not null;
    }
}
