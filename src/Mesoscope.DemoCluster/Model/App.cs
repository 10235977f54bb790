using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>A Marathon app's definition.</summary>
sealed record App(string Id, int Instances, string Version)
{
    public string Command { get; init; } = "sleep 100000";

    public Resources Resources { get; init; } = new(0.1, 32);

    public ContainerKind Kind { get; init; }

    public string? Image { get; init; }

    public ImmutableArray<Label> Labels { get; init; } = [];

    public ImmutableArray<int> Ports { get; init; } = [];
}
