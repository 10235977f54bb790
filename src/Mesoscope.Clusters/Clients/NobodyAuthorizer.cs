namespace Mesoscope.Clusters.Clients;

/// <summary>Gives nobody anything.</summary>
public sealed class NobodyAuthorizer : IAuthorizer
{
    /// <summary>The only one.</summary>
    public static NobodyAuthorizer Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<string?> AuthorizeAsync(Uri url, CancellationToken cancellation) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public bool Reject(Uri url, string value) => false;
}
