using System.Globalization;
using System.Text;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>A socket as the kernel's lists show it.</summary>
/// <param name="Type">What a descriptor of it is.</param>
/// <param name="Protocol">Transport protocol in the numbers of the format.</param>
/// <param name="Source">Own address, network order; empty for what has none.</param>
/// <param name="SourcePort">Own port.</param>
/// <param name="Destination">The other address; empty for servers.</param>
/// <param name="DestinationPort">The other port.</param>
/// <param name="KernelAddress">Unix socket: where it lies in the kernel, made unrecognizable by it.</param>
/// <param name="Name">Unix socket: path, or a name behind <c>@</c>.</param>
sealed record SocketFacts(
    DescriptorType Type,
    byte Protocol,
    byte[] Source,
    ushort SourcePort,
    byte[] Destination,
    ushort DestinationPort,
    ulong KernelAddress,
    byte[] Name)
{
    /// <summary>A socket of IPv4 or IPv6: one without another end is a server.</summary>
    public static SocketFacts OfInternet(byte protocol, byte[] source, ushort sourcePort, byte[] destination, ushort destinationPort)
    {
        var isIPv4 = source.Length == 4;
        return destination.AsSpan().ContainsAnyExcept((byte)0)
            ? new(isIPv4 ? DescriptorType.IPv4Socket : DescriptorType.IPv6Socket, protocol, source, sourcePort, destination, destinationPort, 0, [])
            : new(isIPv4 ? DescriptorType.IPv4Server : DescriptorType.IPv6Server, protocol, source, sourcePort, [], 0, 0, []);
    }

    /// <summary>The entry of a socket that nothing more is known of: it must be known all the same when it will be bound or connected.</summary>
    public static DescriptorEntry UnknownEntry(long number, ulong inode) => new()
    {
        Number = number,
        Type = DescriptorType.Unsupported,
        Inode = inode,
        Name = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"socket:[{inode}]")),
    };

    /// <summary>The entry of a descriptor of it.</summary>
    public DescriptorEntry ToEntry(long number, ulong inode) => new()
    {
        Number = number,
        Inode = inode,
        Type = Type,
        TransportProtocol = Protocol,
        SourceAddress = Source,
        SourcePort = SourcePort,
        DestinationAddress = Destination,
        DestinationPort = DestinationPort,
        UnixSource = KernelAddress,
        Name = Name,
    };
}
