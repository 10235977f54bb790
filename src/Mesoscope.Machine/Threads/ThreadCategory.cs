namespace Mesoscope.Machine.Threads;

/// <summary>What a thread of a container is there for.</summary>
public enum ThreadCategory : byte
{
    /// <summary>Not known, or a thread of the host.</summary>
    None,

    /// <summary>The container's own work: its first process and what that started.</summary>
    Container,

    /// <summary>A health check that the runtime started.</summary>
    HealthCheck,

    /// <summary>A check of Kubernetes whether the container is alive.</summary>
    LivenessProbe,

    /// <summary>A check of Kubernetes whether the container is ready.</summary>
    ReadinessProbe,
}
