namespace Mesoscope.Clusters.Documents;

/// <summary>The result of a health check while its members come in.</summary>
sealed class HealthCheckDraft
{
    /// <summary>Whether the last answer was a good one; null when that is not told.</summary>
    public bool? IsAlive { get; set; }

    /// <summary>Whether the check ever failed.</summary>
    public bool HasFailed { get; set; }
}
