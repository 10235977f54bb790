namespace Mesoscope.DemoCluster.Model;

/// <summary>A change of an app or pod that Marathon is carrying out.</summary>
sealed record Deployment(string Id, string Version, string Action, string RunSpecId, bool IsPod);
