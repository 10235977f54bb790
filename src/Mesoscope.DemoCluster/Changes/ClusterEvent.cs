namespace Mesoscope.DemoCluster.Changes;

/// <summary>Something that happened in the cluster and that a stream tells.</summary>
abstract record ClusterEvent;
