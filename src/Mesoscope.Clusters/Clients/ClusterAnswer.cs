namespace Mesoscope.Clusters.Clients;

/// <summary>A good answer whose body is read as it comes.</summary>
public sealed class ClusterAnswer : IDisposable
{
    readonly HttpResponseMessage _response;
    readonly GuardedStream _body;

    internal ClusterAnswer(HttpResponseMessage response, Uri url, GuardedStream body)
    {
        _response = response;
        _body = body;
        Url = url;
    }

    /// <summary>Who answered in the end, behind all redirects.</summary>
    public Uri Url { get; }

    /// <summary>The body, unpacked; reading throws <see cref="ClusterException"/> when it stalls, breaks or grows too long. Valid until the answer is disposed.</summary>
    public Stream Body => _body;

    /// <summary>The root of the API that answered: <see cref="Url"/> without the relative path that was asked for.</summary>
    /// <param name="relative">The path that was joined to the root, such as <c>master/state</c>.</param>
    /// <returns>Null when the answer came from another path, so that nothing is known of a root.</returns>
    public Uri? Root(string relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        var path = Url.AbsolutePath;
        return path.EndsWith("/" + relative, StringComparison.Ordinal)
            ? new UriBuilder(Url) { Path = path[..^relative.Length], Query = "", Fragment = "" }.Uri
            : null;
    }

    /// <summary>Sets how long a stream may be silent.</summary>
    internal void ExpectEvery(TimeSpan time) => _body.Stall = time;

    /// <inheritdoc/>
    public void Dispose()
    {
        _body.Dispose();
        _response.Dispose();
    }
}
