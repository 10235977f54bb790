using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

public sealed class ImportCircleTests
{
    // A field can compare itself (filters) and write itself (formats), and both are made of fields: one unit in three folders. Nothing may be added.
    static readonly string[] s_oneUnit = ["Mesoscope.Query.Fields", "Mesoscope.Query.Filters", "Mesoscope.Query.Formats"];

    public static TheoryData<string> Projects => LayerTests.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Usings_BetweenFoldersOfAProject_MakeNoCircle(string project)
    {
        var imports = Imports(project);
        var circles = imports.Keys
            .Where(name => IsReachable(imports, name, name))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{name} uses {string.Join(", ", imports[name].Where(o => IsReachable(imports, o, name)).Order(StringComparer.Ordinal))}");
        Findings.CheckNone(circles);
    }

    [Fact]
    public void Namespace_OfEachFile_IsItsFolder()
    {
        var wrong = RepositoryFolder.Files()
            .Where(f => f.StartsWith("src/", StringComparison.Ordinal) && SourceFile.IsCode(f))
            .Select(f => (File: f, Expected: Path.GetDirectoryName(f)!["src/".Length..].Replace('/', '.'), Actual: SourceFile.Namespace(f)))
            .Where(x => x.Actual is not null && x.Actual != x.Expected)
            .Select(x => $"{x.File}: namespace {x.Actual}");
        Findings.CheckNone(wrong);
    }

    // From each namespace of the project to the others of the same project that its files import.
    static Dictionary<string, HashSet<string>> Imports(string project)
    {
        var imports = new Dictionary<string, HashSet<string>>();
        foreach (var file in RepositoryFolder.Files().Where(f => f.StartsWith($"src/{project}/", StringComparison.Ordinal) && SourceFile.IsCode(f)))
        {
            if (SourceFile.Namespace(file) is not { } own)
            {
                continue;
            }

            own = Unit(own);
            imports.TryAdd(own, []);
            imports[own].UnionWith(SourceFile.Usings(file).Where(u => (u + ".").StartsWith(project + ".", StringComparison.Ordinal)).Select(Unit).Where(u => u != own));
        }

        return imports;
    }

    static string Unit(string name) => s_oneUnit.Any(u => name == u || name.StartsWith(u + ".", StringComparison.Ordinal)) ? s_oneUnit[0] : name;

    static bool IsReachable(Dictionary<string, HashSet<string>> imports, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var name))
        {
            foreach (var next in imports.GetValueOrDefault(name, []))
            {
                if (next == to)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
