using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Clusters.Leader;

/// <summary>The masters that a user named: any may lead, and those that do not say who does.</summary>
sealed class NamedMasters(IReadOnlyList<ServerAddress> masters) : ILeaderSource
{
    public LeaderCandidates Current { get; } = new(masters, CancellationToken.None);

    public void Dispose()
    {
    }
}
