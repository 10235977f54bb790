namespace Mesoscope.Clusters.Clients;

/// <summary>A server of a cluster did not answer as it should. The message names the address, what was seen and what is expected, and no secret.</summary>
public sealed class ClusterException : Exception
{
    /// <summary>A fault with its message.</summary>
    public ClusterException(ClusterFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <inheritdoc/>
    public ClusterException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ClusterException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public ClusterException()
    {
    }

    /// <summary>What kind of fault it is.</summary>
    public ClusterFault Fault { get; }
}
