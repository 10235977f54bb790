using Mesoscope.Testing;
using Mesoscope.Testing.Corpus;

namespace Mesoscope.Clusters.Tests.Corpus;

// Documents of real clusters of all versions are read to their end by every reader, without an exception, and hold what the table says.
public sealed class DocumentTableTests
{
    const string Part = "mesos";

    static readonly Dictionary<string, string> s_expected = File.ReadLines(RepositoryFolder.PathOf("tests", "Mesoscope.Clusters.Tests", "Corpus", "documents.tsv"))
        .Skip(1).Select(static line => line.Split('\t')).ToDictionary(static row => row[0], static row => row[1]);

    public static TheoryData<string> Documents => [.. Paths];

    static IEnumerable<string> Paths => CorpusFolder.Files(Part).Where(static path => path.Contains('/', StringComparison.Ordinal));

    [CorpusTheory(Part)]
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public void Read_OfADocument_CountsWhatTheTableSays(string path) =>
        Assert.Equal(s_expected.GetValueOrDefault(path, "not in the table"), DocumentSummary.Of(File.ReadAllBytes(CorpusFolder.PathOf(Part, path))));

    [CorpusFact(Part)]
    public void Documents_OfTheTable_AreThere() => Assert.Equal(s_expected.Keys.Order(StringComparer.Ordinal), Paths);

    // The index of the documents was counted by another program.
    [CorpusFact(Part)]
    public void Read_OfAMastersState_CountsWhatItsIndexSays()
    {
        var rows = File.ReadLines(CorpusFolder.PathOf(Part, "INDEX.tsv")).Select(static line => line.Split('\t')).Where(static row => row[0] == "master_state" && row[3].Length > 0);

        Assert.All(rows, static row => Assert.StartsWith(
            $"master={row[3]}/{row[4]}/{row[5]}", DocumentSummary.Of(File.ReadAllBytes(CorpusFolder.PathOf(Part, row[8]))), StringComparison.Ordinal));
    }
}
