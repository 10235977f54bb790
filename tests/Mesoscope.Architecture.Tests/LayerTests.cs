using System.Xml.Linq;
using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

public sealed class LayerTests
{
    // Each project and the projects that it may refer to; an arrow that is not here is a decision for docs/architecture.md first.
    static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Events"] = [],
        ["Captures"] = ["Events"],
        ["Kernel"] = ["Events"],
        ["Clusters"] = [],
        ["Containers"] = [],
        ["Machine"] = ["Events", "Clusters"],
        ["Query"] = ["Events", "Clusters", "Machine"],
        ["Samples"] = [],
        ["Agent"] = ["Events", "Kernel", "Clusters", "Containers", "Machine", "Samples"],
        ["Server"] = ["Samples"],
        ["DemoCluster"] = [],
        ["Cli"] = ["Events", "Captures", "Kernel", "Clusters", "Containers", "DemoCluster", "Machine", "Query", "Samples", "Agent", "Server"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(RepositoryFolder.PathOf("src")).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfEachProject_AreAllowed(string project)
    {
        var name = project["Mesoscope.".Length..];
        Assert.True(s_allowed.ContainsKey(name), $"{project} has no line in the table of layers");
        var references = XDocument.Load(RepositoryFolder.PathOf("src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/'))["Mesoscope.".Length..]);
        Assert.Empty(references.Except(s_allowed[name]));
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var listed = XDocument.Load(RepositoryFolder.PathOf("Mesoscope.slnx")).Descendants("Project").Select(e => e.Attribute("Path")!.Value);
        var present = RepositoryFolder.Files().Where(f => f.EndsWith(".csproj", StringComparison.Ordinal));
        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
