namespace Mesoscope.Machine.Network;

/// <summary>
/// Names of well-known ports from <c>/etc/services</c> of the machine that the program runs on. Read at the first use; without the
/// file no port has a name. Safe for use by several threads.
/// </summary>
public static class PortNames
{
    const string ServicesPath = "/etc/services";
    const byte AnyProtocol = 0;
    const byte Tcp = 2;
    const byte Udp = 3;
    static readonly Lazy<Dictionary<int, byte[]>> s_names = new(static () => Read(ServicesPath));

    /// <summary>The name of a port, such as <c>https</c>; empty when it has none.</summary>
    /// <param name="port">The port.</param>
    /// <param name="protocol">Transport protocol, the numbers of the format (2 TCP, 3 UDP); with any other the file's first name for the port is taken.</param>
    public static ReadOnlySpan<byte> Find(ushort port, byte protocol) =>
        s_names.Value.TryGetValue(Key(port, protocol is Tcp or Udp ? protocol : AnyProtocol), out var name) ? name : [];

    static int Key(int port, byte protocol) => (port << 8) | protocol;

    static Dictionary<int, byte[]> Read(string path)
    {
        var names = new Dictionary<int, byte[]>();
        if (!File.Exists(path))
        {
            return names;
        }

        try
        {
            foreach (var line in File.ReadLines(path))
            {
                Add(names, line);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Names are a courtesy: what was read so far is used.
        }

        return names;
    }

    static void Add(Dictionary<int, byte[]> names, string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var slash = words.Length < 2 ? -1 : words[1].IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !ushort.TryParse(words[1].AsSpan(0, slash), out var port))
        {
            return;
        }

        var name = System.Text.Encoding.UTF8.GetBytes(words[0]);
        names.TryAdd(Key(port, AnyProtocol), name);
        var protocol = words[1].AsSpan(slash + 1) switch { "tcp" => Tcp, "udp" => Udp, _ => AnyProtocol };
        if (protocol != AnyProtocol)
        {
            names.TryAdd(Key(port, protocol), name);
        }
    }
}
