namespace Mesoscope.Clusters.Authentication;

/// <summary>One way to prove who we are.</summary>
public interface IAuthorization
{
    /// <summary>The value of the <c>Authorization</c> header; null when there is none at the moment.</summary>
    /// <exception cref="Clients.ClusterException">A token is needed and cannot be had.</exception>
    ValueTask<string?> GetAsync(CancellationToken cancellation);

    /// <summary>A server answered 401 to a value.</summary>
    /// <returns>True when <see cref="GetAsync"/> will make another.</returns>
    bool Reject(string value);
}
