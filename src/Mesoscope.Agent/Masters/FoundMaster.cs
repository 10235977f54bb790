using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Agent.Masters;

/// <summary>A master that was found from this node.</summary>
/// <param name="Addresses">The master, or the ZooKeeper that knows it.</param>
/// <param name="Text">How it was found, for people.</param>
/// <param name="IsAnnounced">Whether somebody else on this node told where it is; credentials are not shown to such a one.</param>
sealed record FoundMaster(ClusterAddresses Addresses, string Text, bool IsAnnounced);
