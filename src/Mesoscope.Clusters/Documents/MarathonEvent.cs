namespace Mesoscope.Clusters.Documents;

/// <summary>
/// One event of a Marathon's <c>/v2/events</c>. The order of events is not guaranteed, so it is a reason to ask for what it names, not a
/// change to apply; only the app of a live task is taken from it until the answer is there. Texts are UTF-8, empty when the event does not say.
/// </summary>
public sealed class MarathonEvent
{
    /// <summary>What was wrong with it.</summary>
    public required DocumentFaults Faults { get; init; }

    /// <summary>Whether it could be read.</summary>
    public bool IsUsable { get; internal set; }

    /// <summary>Its kind, such as <c>status_update_event</c> or <c>deployment_success</c>.</summary>
    public byte[] Kind { get; internal set; } = [];

    /// <summary>When it happened, as Marathon writes it: ISO 8601, UTC.</summary>
    public byte[] Time { get; internal set; } = [];

    /// <summary>The app or pod that it is about.</summary>
    public byte[] AppId { get; internal set; } = [];

    /// <summary>The group that it is about.</summary>
    public byte[] GroupId { get; internal set; } = [];

    /// <summary>The task or instance that it is about.</summary>
    public byte[] TaskId { get; internal set; } = [];

    /// <summary>The task's state or the instance's condition in Marathon's words.</summary>
    public byte[] State { get; internal set; } = [];

    /// <summary>The deployment that it is about.</summary>
    public byte[] DeploymentId { get; internal set; } = [];

    /// <summary>The apps that the deployment's current step works on.</summary>
    public IReadOnlyList<byte[]> DeployedApps { get; internal set; } = [];

    /// <summary>The apps that the deployment works on in any of its steps, each as often as it does.</summary>
    public IReadOnlyList<byte[]> PlannedApps { get; internal set; } = [];
}
