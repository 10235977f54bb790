using System.Globalization;
using Mesoscope.Clusters.Secrets;

namespace Mesoscope.Clusters.Addresses;

/// <summary>Where the masters of a cluster elect their leader: <c>zk://user:password@h1:2181,h2:2181,h3:2181/mesos</c>.</summary>
public sealed record ZooKeeperAddress
{
    /// <summary>The scheme of such addresses, as Mesos itself writes them.</summary>
    public const string Scheme = "zk";

    // ZooKeeper's own client port, and the path that Mesos' documentation and DC/OS use.
    const int DefaultPort = 2181;
    const string DefaultPath = "/mesos";

    ZooKeeperAddress(string servers, string path, Credentials? credentials)
    {
        Servers = servers;
        Path = path;
        Credentials = credentials;
    }

    /// <summary>The servers with their ports, separated by commas, as ZooKeeper's client takes them.</summary>
    public string Servers { get; }

    /// <summary>The node under which masters register; begins with a slash and ends without one.</summary>
    public string Path { get; }

    /// <summary>For ZooKeeper's digest scheme; null for none.</summary>
    public Credentials? Credentials { get; }

    /// <summary>Reads an address that a user gave; a port that is missing is 2181, a path that is missing is <c>/mesos</c>.</summary>
    /// <exception cref="AddressException">It cannot be such an address.</exception>
    public static ZooKeeperAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var start = AddressText.HostStart(text);
        if (AddressText.Scheme(text) != Scheme)
        {
            throw Refuse(text, "the scheme is not zk");
        }

        var at = AddressText.UserInfoEnd(text, start);
        var credentials = at < 0 ? null : Credentials.ParseUserInfo(text[start..at]) ?? throw Refuse(text, "the credentials are incomplete");
        var rest = text[(at < 0 ? start : at + 1)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var path = slash < 0 ? "" : rest[slash..].TrimEnd('/');
        var servers = (slash < 0 ? rest : rest[..slash]).Split(',', StringSplitOptions.TrimEntries);
        return new ZooKeeperAddress(
            string.Join(',', servers.Select(server => WithPort(text, server))), path.Length == 0 ? DefaultPath : path, credentials);
    }

    /// <summary>The address without credentials.</summary>
    public override string ToString() => $"{Scheme}://{Servers}{Path}";

    static string WithPort(string text, string server)
    {
        // Of an IPv6 address in brackets only a colon behind the bracket is the port's.
        var colon = server.IndexOf(':', Math.Max(server.IndexOf(']', StringComparison.Ordinal), 0));
        if (server.Length == 0 || colon == 0)
        {
            throw Refuse(text, "a server's name is missing");
        }

        if (colon < 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{server}:{DefaultPort}");
        }

        return ushort.TryParse(server.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? server
            : throw Refuse(text, $"'{server[(colon + 1)..]}' is no port");
    }

    static AddressException Refuse(string text, string reason) => new(
        $"'{AddressText.Hide(text)}' is no address of ZooKeeper: {reason}; expected zk://HOST:PORT,HOST:PORT/PATH, such as zk://m1,m2,m3/mesos");
}
