using System.Text;
using System.Text.Json;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Containers;
using Mesoscope.Testing.Corpus;

namespace Mesoscope.Machine.Tests.Orchestration;

// Processes of a real Mesos and what its master said of their tasks: native, in pods, in Docker, of Marathon and of others.
public sealed class RecordedProcessTests
{
    const string Part = "mesos-recorded";
    const string NamesOfDocker = "mesos-";

    // Docker and a task's own processes started at these two moments.
    static readonly string[] s_moments = ["03-running-mesos-docker-pod", "06-marathon-like-framework-running"];

    [CorpusFact(Part)]
    public void Find_OfEveryProcess_NamesTheTaskOfItsContainer() => Check(withCgroups: true, withRecords: true, withEnvironment: true, Expected);

    [CorpusFact(Part)]
    public void Find_WithoutARuntimeToAsk_NamesTheSame() => Check(withCgroups: true, withRecords: false, withEnvironment: true, Expected);

    [CorpusFact(Part)]
    public void Find_WithoutEnvironment_NamesTheSame() => Check(withCgroups: true, withRecords: true, withEnvironment: false, Expected);

    // As with the posix launcher: Mesos' own processes then belong to nobody.
    [CorpusFact(Part)]
    public void Find_WithoutControlGroups_NamesTheTaskOfTheSandbox() => Check(
        withCgroups: false, withRecords: false, withEnvironment: true, static (process, names) => Comm(process).StartsWith(NamesOfDocker, StringComparison.Ordinal) ? null : Expected(process, names));

    static void Check(bool withCgroups, bool withRecords, bool withEnvironment, Func<JsonElement, ClusterNames, string?> expect)
    {
        using var processes = JsonDocument.Parse(File.ReadAllBytes(CorpusFolder.PathOf(Part, "processes", "summary.json")));
        var names = Names();
        var machine = new MachineState();
        machine.BeginSection();
        foreach (var process in processes.RootElement.EnumerateArray())
        {
            machine.AddThread(Entry(process, withCgroups, withEnvironment));
        }

        machine.EndSnapshot();
        foreach (var process in processes.RootElement.EnumerateArray().Where(process => withRecords && Text(process, "docker_name") is not null))
        {
            machine.Containers.Add(new ContainerInfo { Id = Bytes(Text(process, "docker_id")![..12]), Type = ContainerType.Docker, Name = Bytes(Text(process, "docker_name")!) });
        }

        machine.UseClusterNames(names);

        var found = processes.RootElement.EnumerateArray().Select(process => $"{Pid(process)} {Comm(process)} {Show(machine, Pid(process))}");
        Assert.Equal(processes.RootElement.EnumerateArray().Select(process => $"{Pid(process)} {Comm(process)} {expect(process, names)}"), found);
        Assert.Contains(names.Tasks, static task => task.ParentContainerId.Length > 0);
    }

    static string? Show(MachineState machine, long pid) => machine.Tasks.Find(machine.FindThread(pid)!).Task is { } task ? Encoding.UTF8.GetString(task.Id) : null;

    // The container is what the recorder found by looking at the real machine, in another way than ours.
    static string? Expected(JsonElement process, ClusterNames names)
    {
        var id = Text(process, "mesos_container_id")?.Split('/')[^1] ?? Text(process, "docker_name")?[NamesOfDocker.Length..];
        return id is not null && names.FindTaskByContainer(Bytes(id)) is { } task ? Encoding.UTF8.GetString(task.Id) : null;
    }

    static ThreadEntry Entry(JsonElement process, bool withCgroups, bool withEnvironment)
    {
        var pid = Pid(process);
        var file = Directory.EnumerateFiles(CorpusFolder.PathOf(Part, "processes"), $"*-{pid}.cgroup.txt").Single();
        var environment = withEnvironment ? File.ReadAllText(file.Replace(".cgroup.", ".environ.", StringComparison.Ordinal)) : "";
        return new ThreadEntry
        {
            Tid = pid,
            Pid = pid,
            ParentTid = process.GetProperty("ppid").GetInt64(),
            Comm = Bytes(Comm(process)),
            Cgroups = Bytes(withCgroups ? string.Concat(File.ReadLines(file).Select(static line => line.Split(':', 3)).Select(static parts => $"{parts[1]}={parts[2]}\0")) : ""),
            Environment = Bytes(environment.Replace('\n', '\0')),
        };
    }

    static ClusterNames Names()
    {
        // Tasks of both moments ran at the same time; the first ones' frameworks were still there at the second.
        var state = new ClusterState();
        foreach (var moment in s_moments)
        {
            using var file = File.OpenRead(CorpusFolder.PathOf(Part, moment, "master-state.json"));
            state.Take(MasterStateReader.Read(file));
        }

        return state.Publish();
    }

    static long Pid(JsonElement process) => process.GetProperty("pid").GetInt64();

    static string Comm(JsonElement process) => Text(process, "comm")!;

    static string? Text(JsonElement process, string name) => process.GetProperty(name).GetString();

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
