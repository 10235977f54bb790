using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>Control groups with the names of containers that no runtime knows.</summary>
public sealed class ContainerFilterTests : IDisposable
{
    // Another run of the tests on this machine has containers of its own.
    static readonly string s_known = NewId();
    const string Chdir = "cd /usr; cd /var; cd /tmp";
    readonly List<string> _groups = [];

    [LiveFact]
    public void Trace_IdOfAContainer_ShowsItsCallsAndNoOthers()
    {
        var (group, other) = (MakeGroup(s_known), MakeGroup(NewId()));
        using var run = new LiveRun("--hold", "0", "-p", "%container.id %evt.arg.path", $"container.id={s_known} and evt.type=chdir and evt.dir=<");
        using var loop = ProgramRun.Start("/bin/sh", ["-c", $"echo $$ > {group}/cgroup.procs; for i in $(seq 1000); do sh -c 'cd /proc'; sleep 0.05; done"]);
        Assert.Equal($"{s_known} /proc", run.Output.ReadLine());
        loop.Kill(entireProcessTree: true);

        Enter(other);
        Enter(group);
        run.Signal("INT");
        var lines = run.Output.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line != $"{s_known} /proc");

        Assert.Equal([$"{s_known} /usr", $"{s_known} /var", $"{s_known} /tmp"], lines);
        Assert.Equal(0, run.Wait().Status);
    }

    [LiveFact]
    public void Trace_IdOfAContainerThatRuns_ShowsWhatItDoes()
    {
        var group = MakeGroup(s_known);
        using var loop = ProgramRun.Start("/bin/sh", ["-c", $"echo $$ > {group}/cgroup.procs; exec sh -c 'for i in 0 1 2 3 4 5 6 7 8 9; do for j in $(seq 500); do cd /usr; sleep 0.01; done; done'"]);
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{loop.Id}/cgroup").Contains(s_known, StringComparison.Ordinal), ProgramRun.Limit));
        using var run = new LiveRun("--hold", "0", "-p", "%container.id %evt.arg.path", $"container.id={s_known} and evt.type=chdir and evt.dir=<");

        Assert.Equal($"{s_known} /usr", run.Output.ReadLine());

        loop.Kill(entireProcessTree: true);
        run.Signal("INT");
        run.Wait();
    }

    [LiveFact]
    public void Explain_IdOfAContainer_SaysThatTheKernelDecides() =>
        Assert.Contains($"container.id {s_known}", ProgramRun.Trace("--explain", $"container.id={s_known}").OutputText, StringComparison.Ordinal);

    public void Dispose()
    {
        foreach (var group in _groups)
        {
            // A group can go when its last process has.
            SpinWait.SpinUntil(() => ProgramRun.Run("/bin/rmdir", [group]).Status == 0, TimeSpan.FromSeconds(5));
        }
    }

    static void Enter(string group)
    {
        var result = ProgramRun.Run("/bin/sh", ["-c", $"echo $$ > {group}/cgroup.procs; exec sh -c '{Chdir}'"]);
        Assert.True(result.Status == 0, result.Error);
    }

    static string NewId() => Guid.NewGuid().ToString("N")[..12];

    // Beside Docker's own; under the second version of control groups, or a hierarchy of the first.
    string MakeGroup(string id)
    {
        var root = File.Exists("/sys/fs/cgroup/cgroup.procs") ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory";
        var group = $"{root}/docker-{id}{new string('0', 52)}.scope";
        Directory.CreateDirectory(group);
        _groups.Add(group);
        return group;
    }
}
