using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Network;

namespace Mesoscope.Machine.Descriptors;

/// <summary>Between descriptors and the entries that captures hold of them.</summary>
static class DescriptorImport
{
    /// <summary>A descriptor of the first state; null for types that are not kept.</summary>
    /// <param name="entry">What the capture holds.</param>
    /// <param name="previous">
    /// The descriptor of the same thread that came before, if any. What the type of this one leaves open is as it was there: the
    /// reference keeps it so, and shows it in names of UDP servers.
    /// </param>
    /// <param name="style">How ports are written.</param>
    public static DescriptorState? FromEntry(DescriptorEntry entry, DescriptorState? previous, PortStyle style)
    {
        var descriptor = new DescriptorState
        {
            Type = entry.Type,
            Flags = DescriptorFlags.FromProc,
            Inode = entry.Inode,
            Name = entry.Name,
        };
        if (previous is not null)
        {
            previous.Socket.CopyTo(descriptor.Socket);
            descriptor.Device = previous.Device;
            descriptor.MountId = previous.MountId;
        }

        switch (entry.Type)
        {
            case DescriptorType.IPv4Socket or DescriptorType.IPv6Socket:
                ImportConnection(descriptor, entry, style with { Protocol = entry.TransportProtocol });
                break;
            case DescriptorType.IPv4Server or DescriptorType.IPv6Server:
                ImportServer(descriptor, entry, style with { Protocol = entry.TransportProtocol });
                break;
            case DescriptorType.UnixSocket:
                BitConverter.TryWriteBytes(descriptor.Socket, entry.UnixSource);
                BitConverter.TryWriteBytes(descriptor.Socket[SocketMemory.UnixDestination..], entry.UnixDestination);
                descriptor.Flags |= entry.Name.Length == 0 ? DescriptorFlags.RoleClient : DescriptorFlags.RoleServer;
                break;
            case DescriptorType.Uninitialized or DescriptorType.Unknown:
                return null;
            case DescriptorType.FileV2:
                descriptor.OpenFlags = entry.OpenFlags;
                descriptor.Device = entry.Device;
                descriptor.MountId = entry.MountId;
                descriptor.MarkTracerFile();
                break;
            default:
                descriptor.MarkTracerFile();
                break;
        }

        descriptor.ListenToLog();
        descriptor.RefreshAddresses();
        return descriptor;
    }

    /// <summary>The entry of a descriptor as it is now.</summary>
    public static DescriptorEntry ToEntry(long number, DescriptorState descriptor)
    {
        var addressBytes = descriptor.Type switch
        {
            DescriptorType.IPv4Socket or DescriptorType.IPv4Server => 4,
            DescriptorType.IPv6Socket or DescriptorType.IPv6Server => 16,
            _ => 0,
        };
        ReadOnlySpan<byte> memory = descriptor.Socket;
        var hasBothEnds = descriptor.Type is DescriptorType.IPv4Socket or DescriptorType.IPv6Socket;
        return new DescriptorEntry
        {
            Number = number,
            Inode = descriptor.Inode,
            Type = descriptor.Type,
            SourceAddress = memory[..addressBytes].ToArray(),
            DestinationAddress = hasBothEnds ? memory.Slice(addressBytes, addressBytes).ToArray() : [],
            SourcePort = descriptor.SourcePort,
            DestinationPort = descriptor.DestinationPort,
            TransportProtocol = descriptor.TransportProtocol,
            UnixSource = descriptor.UnixSource,
            UnixDestination = descriptor.UnixDestination,
            OpenFlags = descriptor.OpenFlags,
            MountId = descriptor.MountId,
            Device = descriptor.Device,
            Name = addressBytes == 0 ? descriptor.Name : [],
        };
    }

    static void ImportConnection(DescriptorState descriptor, DescriptorEntry entry, PortStyle style)
    {
        ReadOnlySpan<byte> source = Sized(entry.SourceAddress, entry.Type == DescriptorType.IPv4Socket);
        ReadOnlySpan<byte> destination = Sized(entry.DestinationAddress, entry.Type == DescriptorType.IPv4Socket);
        if (source.Length == 16 && AddressText.IsMappedIPv4(source) && AddressText.IsMappedIPv4(destination))
        {
            descriptor.Type = DescriptorType.IPv4Socket;
            source = source[12..];
            destination = destination[12..];
        }

        var isIPv4 = source.Length == 4;
        source.CopyTo(descriptor.Socket);
        destination.CopyTo(descriptor.Socket[source.Length..]);
        descriptor.Port(isIPv4 ? SocketMemory.IPv4SourcePort : SocketMemory.IPv6SourcePort) = entry.SourcePort;
        descriptor.Port(isIPv4 ? SocketMemory.IPv4DestinationPort : SocketMemory.IPv6DestinationPort) = entry.DestinationPort;
        descriptor.Socket[isIPv4 ? SocketMemory.IPv4Protocol : SocketMemory.IPv6Protocol] = entry.TransportProtocol;
        if (entry.TransportProtocol == DescriptorState.Tcp)
        {
            descriptor.Flags |= DescriptorFlags.SocketConnected;
        }

        Span<byte> name = stackalloc byte[AddressText.MaxTupleBytes];
        descriptor.SetName(name[..AddressText.Tuple(source, entry.SourcePort, destination, entry.DestinationPort, name, style)]);
    }

    static void ImportServer(DescriptorState descriptor, DescriptorEntry entry, PortStyle style)
    {
        var isIPv4 = entry.Type == DescriptorType.IPv4Server;
        ReadOnlySpan<byte> address = Sized(entry.SourceAddress, isIPv4);
        address.CopyTo(descriptor.Socket);
        descriptor.Port(isIPv4 ? SocketMemory.IPv4ServerPort : SocketMemory.IPv6ServerPort) = entry.SourcePort;
        descriptor.Socket[isIPv4 ? SocketMemory.IPv4ServerProtocol : SocketMemory.IPv6ServerProtocol] = entry.TransportProtocol;
        Span<byte> name = stackalloc byte[AddressText.MaxTupleBytes];
        descriptor.SetName(name[..AddressText.Endpoint(address, entry.SourcePort, name, style)]);
    }

    // Addresses are as long as the type says, whatever the entry holds.
    static byte[] Sized(byte[] address, bool isIPv4)
    {
        var length = isIPv4 ? 4 : 16;
        return address.Length == length ? address : new byte[length];
    }
}
