using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

// What the rules about source files look at: names at the top of a file, lines.
static class SourceFile
{
    public static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal);

    public static string? Namespace(string path) => Names(path, "namespace ").FirstOrDefault();

    public static IEnumerable<string> Usings(string path) => Names(path, "using ");

    public static int LineCount(string path) => File.ReadLines(RepositoryFolder.PathOf(path)).Count();

    static IEnumerable<string> Names(string path, string keyword)
    {
        foreach (var line in File.ReadLines(RepositoryFolder.PathOf(path)))
        {
            if (line.StartsWith(keyword, StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal))
            {
                yield return line[keyword.Length..^1].Replace("static ", "", StringComparison.Ordinal).Trim();
            }
        }
    }
}
