using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>A Marathon: its framework, its apps and pods sorted by id, its deployments under way.</summary>
sealed record MarathonService(string FrameworkId, string Name, int Port)
{
    public ImmutableSortedDictionary<string, App> Apps { get; init; } = ImmutableSortedDictionary.Create<string, App>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Pod> Pods { get; init; } = ImmutableSortedDictionary.Create<string, Pod>(StringComparer.Ordinal);

    public ImmutableArray<Deployment> Deployments { get; init; } = [];

    public string Version { get; init; } = "";
}
