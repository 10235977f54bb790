namespace Mesoscope.Clusters.Recording;

/// <summary>What a recorded document tells; the names are those of the one member that it consists of.</summary>
public enum RecordedKind
{
    /// <summary><c>mesos_state</c>: frameworks, tasks, Mesos agents.</summary>
    State,

    /// <summary><c>marathon_groups</c>: the groups of one Marathon.</summary>
    Groups,

    /// <summary><c>marathon_apps</c>: the apps of one Marathon with their tasks.</summary>
    Apps,

    /// <summary><c>marathon_pods</c>: the pods of one Marathon with their tasks. Ours: sysdig knows no pods.</summary>
    Pods,
}
