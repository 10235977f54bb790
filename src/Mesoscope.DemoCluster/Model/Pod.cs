using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>A Marathon pod's definition.</summary>
sealed record Pod(string Id, int Instances, string Version)
{
    public ImmutableArray<PodContainer> Containers { get; init; } = [];

    public ImmutableArray<Label> Labels { get; init; } = [];
}
