namespace Mesoscope.DemoCluster.Documents;

/// <summary>The Mesos version that the cluster pretends to be, and what that version did. From Mesos' own change log.</summary>
sealed record EmulatedMesos(Version Version)
{
    /// <summary>Up to 1.7 every path had a twin that ended in <c>.json</c>; 1.8.0 removed them.</summary>
    public bool HasJsonPaths => Version < new Version(1, 8);

    /// <summary><c>/state</c> came with 0.25.</summary>
    public bool HasPlainPaths => Version >= new Version(0, 25);

    /// <summary>The operator API v1 came with 1.0, and so did the redirect of a standby; older ones answered with a small document.</summary>
    public bool HasOperatorApi => Version >= new Version(1, 0);

    /// <summary><c>container_status.container_id</c> came with 1.2.</summary>
    public bool HasContainerIds => Version >= new Version(1, 2);

    /// <summary><c>leader_info</c> came with 1.2.</summary>
    public bool HasLeaderInfo => Version >= new Version(1, 2);
}
