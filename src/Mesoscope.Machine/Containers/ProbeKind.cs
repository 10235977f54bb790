namespace Mesoscope.Machine.Containers;

/// <summary>Why a runtime starts a command in a container from time to time.</summary>
public enum ProbeKind
{
    /// <summary>Docker's health check.</summary>
    HealthCheck,

    /// <summary>Kubernetes asks whether the container is alive.</summary>
    Liveness,

    /// <summary>Kubernetes asks whether the container is ready.</summary>
    Readiness,
}
