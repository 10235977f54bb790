namespace Mesoscope.Containers;

/// <summary>A request that waits for its turn.</summary>
/// <param name="Request">The container.</param>
readonly record struct PendingRequest(ContainerRequest Request)
{
    /// <summary>How often it was tried before.</summary>
    public int Retries { get; init; }

    /// <summary>Whether the runtime told of it of its own accord, so that nobody waits for an answer.</summary>
    public bool IsNews { get; init; }
}
