using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Recording;

/// <summary>What is new of a cluster.</summary>
/// <param name="Names">The names from here on.</param>
/// <param name="Documents">What a capture needs to know of it: <c>mesos</c> events to be recorded in this order, without NUL. Often empty.</param>
public sealed record ClusterUpdate(ClusterNames Names, IReadOnlyList<byte[]> Documents);
