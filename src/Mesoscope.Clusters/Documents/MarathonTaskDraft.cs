using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Documents;

/// <summary>A task of an app while its members come in.</summary>
sealed class MarathonTaskDraft
{
    bool _isAnyUnknown;

    public byte[] Id { get; set; } = [];

    public byte[] Version { get; set; } = [];

    public bool? IsHealthy { get; private set; }

    /// <summary>Takes the result of one of the app's checks; a single failing one makes the task unhealthy.</summary>
    /// <param name="check">What was told of it.</param>
    public void Add(HealthCheckDraft check)
    {
        // Marathon calls a task that was never asked not alive, too.
        if (check.IsAlive is not { } isAlive || (!isAlive && !check.HasFailed))
        {
            _isAnyUnknown = true;
            return;
        }

        IsHealthy = isAlive && IsHealthy != false;
    }

    public MarathonTask Finish() => new() { Id = Id, Version = Version, IsHealthy = IsHealthy == true && _isAnyUnknown ? null : IsHealthy };
}
