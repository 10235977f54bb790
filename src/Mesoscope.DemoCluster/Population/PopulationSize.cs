namespace Mesoscope.DemoCluster.Population;

/// <summary>How large the invented cluster is.</summary>
sealed record PopulationSize(int Apps, int BatchFrameworks, int TasksPerBatchFramework);
