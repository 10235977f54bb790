using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Clusters.Leader;

/// <summary>Masters that may lead, at one moment.</summary>
/// <param name="Masters">The likeliest first; none while nobody is known to lead.</param>
/// <param name="Changed">Is cancelled when others are known.</param>
/// <param name="Reason">Why there are none; empty otherwise.</param>
sealed record LeaderCandidates(IReadOnlyList<ServerAddress> Masters, CancellationToken Changed, string Reason = "");
