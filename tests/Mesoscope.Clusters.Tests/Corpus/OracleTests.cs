using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using Mesoscope.Testing.Corpus;

namespace Mesoscope.Clusters.Tests.Corpus;

// What the reference said of each task of a master's state, its processes carrying the task's id: id, name, labels.
public sealed class OracleTests
{
    const string Part = "mesos-oracle";
    const string Suffix = ".observed.tsv";
    const string Absent = "<NA>";

    public static TheoryData<string> States => [.. CorpusFolder.Files(Part, "*" + Suffix).Select(static path => path[..^Suffix.Length])];

    [CorpusTheory(Part)]
    [MemberData(nameof(States), DisableDiscoveryEnumeration = true)]
    public void FindTask_OfAnAskedId_TellsWhatTheReferenceDoes(string state)
    {
        var lines = File.ReadAllLines(CorpusFolder.PathOf(Part, state + Suffix));
        var names = Read(state);

        // The reference ends at a framework's useless address; a name that it would have known is better than none.
        if (lines[0] == "#exit\t1")
        {
            Assert.Contains("Invalid URI", lines[1], StringComparison.Ordinal);
            Assert.NotEmpty(names.Tasks);
        }

        foreach (var row in lines.Where(static line => !line.StartsWith('#')).Select(static line => line.Split('\t')))
        {
            Assert.Equal((row[2], row[3], row[4]), Show(names.FindTask(Encoding.UTF8.GetBytes(row[0]))));
        }
    }

    static ClusterNames Read(string state)
    {
        var cluster = new ClusterState(new ClusterOptions { StrictStates = true });
        using var file = File.OpenRead(CorpusFolder.PathOf("mesos", "master_state", state + ".json"));
        cluster.Take(MasterStateReader.Read(file));
        return cluster.Publish();
    }

    static (string Id, string Name, string Labels) Show(ClusterTask? task) => task is null
        ? (Absent, Absent, Absent)
        : (Encoding.UTF8.GetString(task.Id), Encoding.UTF8.GetString(task.Name), string.Join(", ", task.Labels.Select(static label =>
            Encoding.UTF8.GetString(label.Key) + (label.Value.Length == 0 ? "" : ":" + Encoding.UTF8.GetString(label.Value)))));
}
