namespace Mesoscope.Testing.Corpus;

/// <summary>
/// Documents of real clusters, which are other people's and not part of the repository. Looked for in the folder that
/// <c>MESOSCOPE_CLUSTER_DOCUMENTS</c> names, else beside the repository.
/// </summary>
public static class CorpusFolder
{
    const string Variable = "MESOSCOPE_CLUSTER_DOCUMENTS";

    static readonly string s_root = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : RepositoryFolder.PathOf("..", "shared", "corpus");

    /// <summary>Why there is nothing to read; null when there is.</summary>
    public static string? Missing(string part) => Directory.Exists(PathOf(part)) ? null : $"no documents of real clusters in {PathOf(part)}: name their folder with {Variable}";

    /// <summary>A path inside the folder.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([s_root, .. parts]);

    /// <summary>Paths below a part, relative to it; none when the part is not there.</summary>
    public static IEnumerable<string> Files(string part, string pattern = "*") => Directory.Exists(PathOf(part))
        ? Directory.EnumerateFiles(PathOf(part), pattern, SearchOption.AllDirectories).Select(path => Path.GetRelativePath(PathOf(part), path)).Order(StringComparer.Ordinal)
        : [];
}
