using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Addresses;

/// <summary>Where a server's API begins: a master, a Marathon, or either behind a path of DC/OS' admin router.</summary>
public sealed record ServerAddress
{
    ServerAddress(Uri url, Credentials? credentials)
    {
        Url = url;
        Credentials = credentials;
    }

    /// <summary>
    /// Scheme <c>http</c> or <c>https</c>, host, port and path; always ends with a slash, so that relative paths can be joined to it,
    /// and never holds credentials. A port that was not given is the scheme's own (80, 443), as with the reference.
    /// </summary>
    public Uri Url { get; }

    /// <summary>The credentials that stood in the address; null for none.</summary>
    public Credentials? Credentials { get; }

    /// <summary>Reads an address that a user gave.</summary>
    /// <param name="text">Such as <c>http://user:password@m1:5050</c>; blanks around it are ignored, user and password are percent-decoded.</param>
    /// <exception cref="AddressException">It is no address of an HTTP server.</exception>
    public static ServerAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var scheme = AddressText.Scheme(text);
        if (scheme is not ("http" or "https"))
        {
            throw new AddressException(
                $"'{AddressText.Hide(text)}' is no address of a server: expected http://HOST:PORT or https://HOST:PORT, with a path when it is behind a router");
        }

        var start = AddressText.HostStart(text);
        var at = AddressText.UserInfoEnd(text, start);
        var credentials = at < 0 ? null : ParseCredentials(text, start, at);
        var plain = at < 0 ? text : text[..start] + text[(at + 1)..];
        return Uri.TryCreate(plain, UriKind.Absolute, out var url) && url.Host.Length > 0 && url.UserInfo.Length == 0
            ? new ServerAddress(AsFolder(url), credentials)
            : throw new AddressException($"'{AddressText.Hide(text)}' is no URL: expected http://HOST:PORT, such as http://10.0.0.5:5050");
    }

    /// <summary>An address that a cluster announced, or null when it cannot be one.</summary>
    /// <param name="url">What was announced.</param>
    public static ServerAddress? FromAnnounced(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri && url.Scheme is "http" or "https" && url.Host.Length > 0 && url.UserInfo.Length == 0
            ? new ServerAddress(AsFolder(url), null)
            : null;
    }

    /// <summary>The URL; credentials are not shown, not even as stars.</summary>
    public override string ToString() => Url.AbsoluteUri;

    static Credentials ParseCredentials(string text, int start, int at) =>
        Credentials.ParseUserInfo(text[start..at]) ?? throw new AddressException(
            $"the credentials in '{AddressText.Hide(text)}' are incomplete: expected USER:PASSWORD@ before the host, both percent-encoded");

    // Query and fragment belong to no API's root; a path without its slash would lose its last part when joined.
    static Uri AsFolder(Uri url)
    {
        var root = new UriBuilder(url) { Query = "", Fragment = "" };
        root.Path = root.Path.TrimEnd('/') + "/";
        return root.Uri;
    }
}
