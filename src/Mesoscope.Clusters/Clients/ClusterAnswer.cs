namespace Mesoscope.Clusters.Clients;

/// <summary>A good answer whose body is read as it comes.</summary>
public sealed class ClusterAnswer : IDisposable
{
    readonly HttpResponseMessage _response;

    internal ClusterAnswer(HttpResponseMessage response, Uri url, Stream body)
    {
        _response = response;
        Url = url;
        Body = body;
    }

    /// <summary>Who answered in the end, behind all redirects.</summary>
    public Uri Url { get; }

    /// <summary>The body, unpacked; reading throws <see cref="ClusterException"/> when it stalls, breaks or grows too long. Valid until the answer is disposed.</summary>
    public Stream Body { get; }

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

    /// <inheritdoc/>
    public void Dispose()
    {
        Body.Dispose();
        _response.Dispose();
    }
}
