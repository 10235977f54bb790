using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>Control groups with the names of containers that no runtime knows.</summary>
public sealed class ContainerFilterTests
{
    const string Chdir = "cd /usr; cd /var; cd /tmp";

    [LiveFact]
    public void Trace_IdOfAContainer_ShowsItsCallsAndNoOthers()
    {
        using var group = new ContainerGroup();
        using var other = new ContainerGroup();
        var id = group.Id;
        using var run = new LiveRun("--hold", "0", "-p", "%container.id %evt.arg.path", $"container.id={id} and evt.type=chdir and evt.dir=<");
        using var loop = ProgramRun.Start("/bin/sh", ["-c", $"echo $$ > {group.Folder}/cgroup.procs; for i in $(seq 1000); do sh -c 'cd /proc'; sleep 0.05; done"]);
        Assert.Equal($"{id} /proc", run.Output.ReadLine());
        loop.Kill(entireProcessTree: true);

        Enter(other);
        Enter(group);
        run.Signal("INT");
        var lines = run.Output.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != $"{id} /proc");

        Assert.Equal([$"{id} /usr", $"{id} /var", $"{id} /tmp"], lines);
        Assert.Equal(0, run.Wait().Status);
    }

    [LiveFact]
    public void Trace_IdOfAContainerThatRuns_ShowsWhatItDoes()
    {
        using var group = new ContainerGroup();
        using var loop = ProgramRun.Start("/bin/sh", ["-c", $"echo $$ > {group.Folder}/cgroup.procs; exec sh -c 'for i in 0 1 2 3 4 5 6 7 8 9; do for j in $(seq 500); do cd /usr; sleep 0.01; done; done'"]);
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{loop.Id}/cgroup").Contains(group.Id, StringComparison.Ordinal), ProgramRun.Limit));
        using var run = new LiveRun("--hold", "0", "-p", "%container.id %evt.arg.path", $"container.id={group.Id} and evt.type=chdir and evt.dir=<");

        Assert.Equal($"{group.Id} /usr", run.Output.ReadLine());

        loop.Kill(entireProcessTree: true);
        run.Signal("INT");
        run.Wait();
    }

    [LiveFact]
    public void Explain_IdOfAContainer_SaysThatTheKernelDecides() =>
        Assert.Contains("container.id 0123456789ab", ProgramRun.Trace("--explain", "container.id=0123456789ab").OutputText, StringComparison.Ordinal);

    static void Enter(ContainerGroup group)
    {
        var result = ProgramRun.Run("/bin/sh", ["-c", $"echo $$ > {group.Folder}/cgroup.procs; exec sh -c '{Chdir}'"]);
        Assert.True(result.Status == 0, result.Error);
    }
}
