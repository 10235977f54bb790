using System.Globalization;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Ports by the names of their services, as the machine's /etc/services has them.</summary>
static class ServiceNames
{
    const string DefaultPath = "/etc/services";

    /// <summary>For machines without the file; the names that filters use most.</summary>
    static readonly (string Name, ushort Port)[] s_wellKnown =
    [
        ("ftp", 21), ("ssh", 22), ("telnet", 23), ("smtp", 25), ("domain", 53), ("http", 80), ("pop3", 110), ("ntp", 123),
        ("imap2", 143), ("snmp", 161), ("ldap", 389), ("https", 443), ("syslog", 514), ("mysql", 3306), ("postgresql", 5432),
    ];

    internal static bool TryFind(string name, out ushort port) => TryFind(DefaultPath, name, out port);

    internal static bool TryFind(string path, string name, out ushort port)
    {
        if (!File.Exists(path))
        {
            var known = Array.Find(s_wellKnown, entry => entry.Name == name);
            port = known.Port;
            return port != 0;
        }

        foreach (var line in File.ReadLines(path))
        {
            if (IsAbout(line, name, out port))
            {
                return true;
            }
        }

        port = 0;
        return false;
    }

    /// <summary>A line reads: name, port/protocol, further names, then a comment behind a number sign.</summary>
    static bool IsAbout(string line, string name, out ushort port)
    {
        port = 0;
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || (words[0] != name && Array.IndexOf(words, name, 2) < 0))
        {
            return false;
        }

        var slash = words[1].IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && ushort.TryParse(words[1].AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out port);
    }
}
