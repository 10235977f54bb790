using Mesoscope.Machine.Network;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Ports by the names of their services.</summary>
static class ServiceNames
{
    /// <summary>For machines without a list of services; the names that filters use most.</summary>
    static readonly (string Name, ushort Port)[] s_wellKnown =
    [
        ("ftp", 21), ("ssh", 22), ("telnet", 23), ("smtp", 25), ("domain", 53), ("http", 80), ("pop3", 110), ("ntp", 123),
        ("imap2", 143), ("snmp", 161), ("ldap", 389), ("https", 443), ("syslog", 514), ("mysql", 3306), ("postgresql", 5432),
    ];

    internal static bool TryFind(string name, out ushort port) => TryFind(ServicesFile.DefaultPath, name, out port);

    internal static bool TryFind(string path, string name, out ushort port)
    {
        var entries = ServicesFile.Read(path);
        foreach (var entry in entries)
        {
            if (entry.Name == name || entry.Aliases.Contains(name, StringComparer.Ordinal))
            {
                port = entry.Port;
                return true;
            }
        }

        port = entries.Count > 0 ? default : Array.Find(s_wellKnown, known => known.Name == name).Port;
        return port != 0;
    }
}
