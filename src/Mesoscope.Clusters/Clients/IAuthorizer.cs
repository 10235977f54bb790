namespace Mesoscope.Clusters.Clients;

/// <summary>Knows which origins may be given which credentials.</summary>
public interface IAuthorizer
{
    /// <summary>The value of the <c>Authorization</c> header for a request to a URL; null when its origin gets none.</summary>
    ValueTask<string?> AuthorizeAsync(Uri url, CancellationToken cancellation);

    /// <summary>The server answered 401 to a value.</summary>
    /// <returns>True when asking <see cref="AuthorizeAsync"/> again can give another value, such as a new token.</returns>
    bool Reject(Uri url, string value);
}
