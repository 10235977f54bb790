namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>One session with ZooKeeper: reads nodes, and tells when to read them again.</summary>
interface IElectionSession : IDisposable
{
    /// <summary>Names of the nodes below a path; null when the path does not exist. Watches for a change of either.</summary>
    /// <exception cref="ZooKeeperException">The session does not work or is over.</exception>
    IReadOnlyList<string>? ReadChildren(string path);

    /// <summary>The data of a node; null when it does not exist any more.</summary>
    /// <exception cref="ZooKeeperException">The session does not work or is over.</exception>
    byte[]? ReadData(string path);

    /// <summary>Waits until something changed: children, or the session itself.</summary>
    /// <returns>False when the time was over first.</returns>
    bool WaitForChange(TimeSpan time, CancellationToken cancellation);
}
