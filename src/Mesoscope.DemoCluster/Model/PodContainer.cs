namespace Mesoscope.DemoCluster.Model;

/// <summary>One container of a pod.</summary>
sealed record PodContainer(string Name, string Command, Resources Resources, string? Image = null);
