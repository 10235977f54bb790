namespace Mesoscope.Machine.Network;

/// <summary>
/// Names of well-known ports from <c>/etc/services</c> of the machine that the program runs on. Read at the first use; without the
/// file no port has a name. Safe for use by several threads.
/// </summary>
public static class PortNames
{
    const byte AnyProtocol = 0;
    const byte Tcp = 2;
    const byte Udp = 3;
    static readonly Lazy<Dictionary<int, byte[]>> s_names = new(Read);

    /// <summary>The name of a port, such as <c>https</c>; empty when it has none.</summary>
    /// <param name="port">The port.</param>
    /// <param name="protocol">Transport protocol, the numbers of the format (2 TCP, 3 UDP); with any other the file's first name for the port is taken.</param>
    public static ReadOnlySpan<byte> Find(ushort port, byte protocol) =>
        s_names.Value.TryGetValue(Key(port, protocol is Tcp or Udp ? protocol : AnyProtocol), out var name) ? name : [];

    static int Key(int port, byte protocol) => (port << 8) | protocol;

    static Dictionary<int, byte[]> Read()
    {
        var names = new Dictionary<int, byte[]>();
        foreach (var entry in ServicesFile.Read())
        {
            var name = System.Text.Encoding.UTF8.GetBytes(entry.Name);
            names.TryAdd(Key(entry.Port, AnyProtocol), name);
            var protocol = entry.Protocol switch { "tcp" => Tcp, "udp" => Udp, _ => AnyProtocol };
            if (protocol != AnyProtocol)
            {
                names.TryAdd(Key(entry.Port, protocol), name);
            }
        }

        return names;
    }
}
