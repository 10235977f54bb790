namespace Mesoscope.DemoCluster.Model;

/// <summary>The id of a Mesos container; a nested one has a parent.</summary>
sealed record ContainerId(string Value, ContainerId? Parent = null)
{
    /// <summary>Below the cgroup hierarchy's root, as Mesos lays it out: <c>mesos/PARENT/mesos/CHILD</c>.</summary>
    public string CgroupPath => Parent is null ? "mesos/" + Value : Parent.CgroupPath + "/mesos/" + Value;
}
