namespace Mesoscope.Clusters.Leader;

/// <summary>Knows which masters may lead.</summary>
interface ILeaderSource : IDisposable
{
    /// <summary>What is known now; never null.</summary>
    LeaderCandidates Current { get; }
}
