using System.Globalization;
using System.Text;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Names of services by port, as the machine's /etc/services has them. Read at the first use.</summary>
static class ServiceTable
{
    const string DefaultPath = "/etc/services";
    static Dictionary<(ushort Port, byte Protocol), byte[]>? s_names;

    /// <summary>The name of the service; null when there is none.</summary>
    /// <param name="port">The port.</param>
    /// <param name="protocol">2 for TCP, 3 for UDP; any other number takes the first entry of the port.</param>
    public static byte[]? Find(ushort port, byte protocol) =>
        (s_names ??= Read(DefaultPath)).GetValueOrDefault((port, protocol is 2 or 3 ? protocol : (byte)0));

    /// <summary>Reads a file whose lines are: name, port/protocol, further names, then a comment behind a number sign.</summary>
    internal static Dictionary<(ushort Port, byte Protocol), byte[]> Read(string path)
    {
        var names = new Dictionary<(ushort, byte), byte[]>();
        if (!File.Exists(path))
        {
            return names;
        }

        foreach (var line in File.ReadLines(path))
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var words = (comment < 0 ? line : line[..comment]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var slash = words.Length < 2 ? -1 : words[1].IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && ushort.TryParse(words[1].AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                var name = Encoding.UTF8.GetBytes(words[0]);
                names.TryAdd((port, 0), name);
                names.TryAdd((port, words[1].AsSpan(slash + 1) switch { "tcp" => (byte)2, "udp" => (byte)3, _ => byte.MaxValue }), name);
            }
        }

        return names;
    }
}
