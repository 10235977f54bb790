namespace Mesoscope.Clusters.Model;

/// <summary>What Marathon knows of a task beside its app. Texts are UTF-8, empty when not known, and never changed.</summary>
public sealed record MarathonTask
{
    /// <summary>Its id, which is the one that Mesos knows.</summary>
    public byte[] Id { get; init; } = [];

    /// <summary>The version of the app's definition that it was started with: a time. An older one than the app's while a deployment goes on.</summary>
    public byte[] Version { get; init; } = [];

    /// <summary>What the health checks of its app say; null for an app without any, or while none has ended yet.</summary>
    public bool? IsHealthy { get; init; }
}
