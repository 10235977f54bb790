using System.Collections.Concurrent;
using Mesoscope.Clusters.Clients;

namespace Mesoscope.Clusters.Authentication;

/// <summary>
/// Which origin (scheme, host and port) gets which credentials. An origin is on the ring because the user named it or because the
/// cluster announced it: as leading master in a state document, by a master's <c>/redirect</c> or in ZooKeeper, as Marathon in a
/// framework. A redirect to anywhere else is followed with empty hands. Safe for use by several tasks at once.
/// </summary>
public sealed class CredentialRing : IAuthorizer
{
    readonly ConcurrentDictionary<string, IAuthorization?> _origins = new(StringComparer.Ordinal);

    /// <summary>Lets an origin have credentials; the first word about an origin holds, so that nothing announced replaces what a user gave.</summary>
    /// <param name="url">Any URL of the origin.</param>
    /// <param name="authorization">What it gets; null for nothing.</param>
    public void Add(Uri url, IAuthorization? authorization)
    {
        ArgumentNullException.ThrowIfNull(url);
        _origins.TryAdd(OriginOf(url), authorization);
    }

    /// <summary>True when the origin is known, with or without credentials.</summary>
    public bool Knows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _origins.ContainsKey(OriginOf(url));
    }

    /// <summary>
    /// Lets an announced origin have what another one has. An origin with TLS hands its credentials on to none without.
    /// </summary>
    /// <param name="announcer">Whose credentials are meant: the origin that made the announcement.</param>
    /// <param name="announced">The origin that was announced.</param>
    public void Announce(Uri announcer, Uri announced)
    {
        ArgumentNullException.ThrowIfNull(announcer);
        ArgumentNullException.ThrowIfNull(announced);
        if (announcer.Scheme == announced.Scheme || announced.Scheme == Uri.UriSchemeHttps)
        {
            Add(announced, _origins.GetValueOrDefault(OriginOf(announcer)));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<string?> AuthorizeAsync(Uri url, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _origins.GetValueOrDefault(OriginOf(url)) is { } authorization ? await authorization.GetAsync(cancellation).ConfigureAwait(false) : null;
    }

    /// <inheritdoc/>
    public bool Reject(Uri url, string value)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _origins.GetValueOrDefault(OriginOf(url))?.Reject(value) ?? false;
    }

    static string OriginOf(Uri url) => url.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
}
