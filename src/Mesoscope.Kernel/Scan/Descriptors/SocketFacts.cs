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
