namespace Mesoscope.DemoCluster.Faults;

/// <summary>A fault on the paths of one node that start with a prefix.</summary>
sealed record Fault(string Node, string PathPrefix, FaultKind Kind);
