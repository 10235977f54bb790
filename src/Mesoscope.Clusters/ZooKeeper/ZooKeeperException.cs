namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>ZooKeeper could not say who leads. The message names the servers, what was seen and what is expected, and no secret.</summary>
public sealed class ZooKeeperException : Exception
{
    /// <inheritdoc/>
    public ZooKeeperException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ZooKeeperException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public ZooKeeperException()
    {
    }
}
