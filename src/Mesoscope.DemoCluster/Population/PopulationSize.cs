namespace Mesoscope.DemoCluster.Population;

/// <summary>How large the invented cluster is.</summary>
/// <param name="Scene">What runs.</param>
/// <param name="Apps">Apps beside those of the scene.</param>
/// <param name="BatchFrameworks">Frameworks without groups.</param>
/// <param name="TasksPerBatchFramework">Tasks of each of them.</param>
/// <param name="LabelsPerBatchTask">Labels of each of these tasks beside the two that all have.</param>
/// <param name="IsReal">True when the tasks will really run on this machine: then they are only staged, and only what can run is invented.</param>
/// <param name="WithDocker">Whether Docker containers can be used.</param>
sealed record PopulationSize(DemoScene Scene, int Apps, int BatchFrameworks, int TasksPerBatchFramework, int LabelsPerBatchTask, bool IsReal, bool WithDocker);
