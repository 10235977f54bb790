using System.Text;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using Mesoscope.Testing.Corpus;

namespace Mesoscope.Clusters.Tests.Corpus;

// A real Mesos 1.12-dev at several moments: its two kinds of documents and its stream agree, and every task has its container.
public sealed class RecordedMasterTests
{
    const string Part = "mesos-recorded";

    public static TheoryData<string> Moments =>
        [.. CorpusFolder.Files(Part, "master-state.json").Select(static path => Path.GetDirectoryName(path)!).Where(static moment => File.Exists(CorpusFolder.PathOf(Part, moment, "master-v1-GET_STATE.json")))];

    [CorpusTheory(Part)]
    [MemberData(nameof(Moments), DisableDiscoveryEnumeration = true)]
    public void Read_OfBothKindsOfState_GivesTheSameTasks(string moment)
    {
        var old = Names(moment, "master-state.json");
        var current = Names(moment, "master-v1-GET_STATE.json");

        Assert.Equal(Tasks(old), Tasks(current));
        Assert.Equal(old.Frameworks.Select(Name).Order(StringComparer.Ordinal), current.Frameworks.Select(Name).Order(StringComparer.Ordinal));
    }

    [CorpusTheory(Part)]
    [MemberData(nameof(Moments), DisableDiscoveryEnumeration = true)]
    public void FindTaskByContainer_OfEveryTask_FindsIt(string moment)
    {
        var names = Names(moment, "master-state.json");

        Assert.All(names.Tasks, task => Assert.Same(task, names.FindTaskByContainer(task.ContainerId)));
    }

    [CorpusFact(Part)]
    public async Task Take_OfTheWholeStream_EndsWithWhatIsLeft()
    {
        await using var file = File.OpenRead(CorpusFolder.PathOf(Part, "subscribe", "events-json.recordio"));
        var records = new RecordReader(file, 1 << 30);
        var state = new ClusterState();
        var most = 0;
        var kinds = new Dictionary<OperatorEventKind, int>();
        while (await NextAsync(records) is { } record)
        {
            var e = OperatorEventReader.Read(record);
            kinds[e.Kind] = kinds.GetValueOrDefault(e.Kind) + 1;
            state.Take(e);
            most = Math.Max(most, state.Publish().Tasks.Count(static task => task.State == TaskState.Running));
        }

        var decoded = File.ReadLines(CorpusFolder.PathOf(Part, "subscribe", "events-decoded.jsonl")).ToList();
        Assert.Equal(decoded.Count(static line => line.Contains("\"TASK_ADDED\"", StringComparison.Ordinal)), kinds[OperatorEventKind.TaskAdded]);
        Assert.Equal(decoded.Count(static line => line.Contains("\"TASK_UPDATED\"", StringComparison.Ordinal)), kinds[OperatorEventKind.TaskUpdated]);
        Assert.True(most > 1, $"at most {most} tasks ran at once");
        Assert.All(state.Current.Tasks, static task => Assert.True(TaskStates.IsLive(task.State)));
    }

    // Names must outlive the minute in which a restarted master knows of no task.
    [CorpusFact(Part)]
    public void Take_OfAMasterThatJustRestarted_KeepsTheNames()
    {
        var state = new ClusterState();
        Take(state, "12-agent2-unreachable", "master-state.json");
        var before = Tasks(state.Publish());

        Take(state, "15-just-after-master-restart", "master-state.json");

        Assert.NotEmpty(before);
        Assert.Equal(before, Tasks(state.Publish()));
    }

    static async Task<Stream?> NextAsync(RecordReader records)
    {
        try
        {
            return await records.NextAsync(CancellationToken.None);
        }
        catch (ClusterException e) when (e.Fault == ClusterFault.Ended)
        {
            // The recording was ended in the middle.
            return null;
        }
    }

    static ClusterNames Names(string moment, string document)
    {
        var state = new ClusterState();
        Take(state, moment, document);
        return state.Publish();
    }

    static void Take(ClusterState state, string moment, string document)
    {
        using var file = File.OpenRead(CorpusFolder.PathOf(Part, moment, document));
        var read = MasterStateReader.Read(file);
        Assert.True(read.IsUsable, read.Faults.ToString());
        state.Take(read);
    }

    static IEnumerable<string> Tasks(ClusterNames names) => names.Tasks
        .Select(static task => string.Join(' ', new[] { task.Id, task.Name, task.FrameworkId, task.AgentId, task.ContainerId, task.ParentContainerId }.Select(Encoding.UTF8.GetString)) + " " + task.State)
        .Order(StringComparer.Ordinal);

    static string Name(ClusterFramework framework) => Encoding.UTF8.GetString(framework.Name);
}
