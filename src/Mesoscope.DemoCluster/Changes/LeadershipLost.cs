namespace Mesoscope.DemoCluster.Changes;

/// <summary>The master that led does not any more. A real one ends then, and its streams with it.</summary>
sealed record LeadershipLost : ClusterEvent;
