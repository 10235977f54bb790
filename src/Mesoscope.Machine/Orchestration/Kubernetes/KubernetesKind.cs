namespace Mesoscope.Machine.Orchestration.Kubernetes;

/// <summary>Kinds of Kubernetes objects that fields speak of.</summary>
public enum KubernetesKind
{
    /// <summary>Namespace.</summary>
    Namespace,

    /// <summary>Pod.</summary>
    Pod,

    /// <summary>Replication controller.</summary>
    ReplicationController,

    /// <summary>Replica set.</summary>
    ReplicaSet,

    /// <summary>Service.</summary>
    Service,

    /// <summary>Deployment.</summary>
    Deployment,
}
