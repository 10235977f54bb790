using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Machine.Descriptors;

/// <content>What the handlers of events need: the socket's memory, copies, names.</content>
public sealed partial class DescriptorState
{
    /// <summary>Transport protocols: the numbers of the format.</summary>
    internal const byte UnknownProtocol = 0;
    internal const byte NoProtocol = 1;
    internal const byte Tcp = 2;
    internal const byte Udp = 3;
    internal const byte Icmp = 4;
    internal const byte Raw = 5;

    SocketMemory _socket;

    /// <summary>How many listeners wait for log messages on this descriptor: it leads to the system log.</summary>
    internal int LogListenerCount { get; set; }

    /// <summary>The addresses as one memory; call <see cref="RefreshAddresses"/> after a change of it or of the type.</summary>
    internal Span<byte> Socket => _socket;

    internal bool IsIPv4 => Type is DescriptorType.IPv4Socket or DescriptorType.IPv4Server;

    internal bool IsServer => (Flags & DescriptorFlags.RoleServer) != 0;

    internal bool IsClient => (Flags & DescriptorFlags.RoleClient) != 0;

    internal bool HasNoRole => (Flags & (DescriptorFlags.RoleServer | DescriptorFlags.RoleClient)) == 0;

    internal bool IsTcpSocket => Type == DescriptorType.IPv4Socket && Socket[SocketMemory.IPv4Protocol] == Tcp;

    internal bool IsUdpSocket => Type == DescriptorType.IPv4Socket && Socket[SocketMemory.IPv4Protocol] == Udp;

    /// <summary>The number of two bytes at a place of <see cref="Socket"/>.</summary>
    internal ref ushort Port(int offset) => ref MemoryMarshal.AsRef<ushort>(Socket[offset..]);

    /// <summary>The IPv4 address at a place of <see cref="Socket"/>.</summary>
    internal ref uint IPv4(int offset) => ref MemoryMarshal.AsRef<uint>(Socket[offset..]);

    internal void MarkConnected() =>
        Flags = (Flags & ~(DescriptorFlags.ConnectionPending | DescriptorFlags.ConnectionFailed)) | DescriptorFlags.SocketConnected;

    /// <summary>Replaces the name, keeping the bytes when the text is the same.</summary>
    internal void SetName(ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual(Name))
        {
            Name = name.ToArray();
        }
    }

    /// <summary>Exchanges source and destination; what is not an IPv4 socket is taken for an IPv6 one.</summary>
    internal void SwapEnds()
    {
        var isIPv4 = Type == DescriptorType.IPv4Socket;
        var bytes = isIPv4 ? 4 : 16;
        Span<byte> kept = stackalloc byte[16];
        Socket[..bytes].CopyTo(kept);
        Socket.Slice(bytes, bytes).CopyTo(Socket);
        kept[..bytes].CopyTo(Socket[bytes..]);
        ref var source = ref Port(isIPv4 ? SocketMemory.IPv4SourcePort : SocketMemory.IPv6SourcePort);
        ref var destination = ref Port(isIPv4 ? SocketMemory.IPv4DestinationPort : SocketMemory.IPv6DestinationPort);
        (source, destination) = (destination, source);
        RefreshAddresses();
    }

    /// <summary>Notes by the name whether tracers may be written to this file.</summary>
    internal void MarkTracerFile() =>
        Flags |= Name.AsSpan().SequenceEqual("/dev/null"u8) ? DescriptorFlags.TracerFile : DescriptorFlags.NotTracerFd;

    /// <summary>Begins to listen for log messages when the name says that this leads to the system log.</summary>
    internal void ListenToLog()
    {
        if (Name.AsSpan().IndexOf("/dev/log"u8) >= 0)
        {
            LogListenerCount++;
        }
    }

    /// <summary>Forgets everything, for another use.</summary>
    internal void Reset() => CopyFrom(s_blank);

    /// <summary>Becomes the same as another.</summary>
    internal void CopyFrom(DescriptorState other)
    {
        Type = other.Type;
        Flags = other.Flags;
        OpenFlags = other.OpenFlags;
        Device = other.Device;
        MountId = other.MountId;
        Inode = other.Inode;
        Name = other.Name;
        PreviousName = other.PreviousName;
        RawName = other.RawName;
        (_sourceLow, _sourceHigh) = (other._sourceLow, other._sourceHigh);
        (_destinationLow, _destinationHigh) = (other._destinationLow, other._destinationHigh);
        SourcePort = other.SourcePort;
        DestinationPort = other.DestinationPort;
        TransportProtocol = other.TransportProtocol;
        UnixSource = other.UnixSource;
        UnixDestination = other.UnixDestination;
        LogListenerCount = other.LogListenerCount;
        _socket = other._socket;
    }

    /// <summary>Reads the public addresses out of the socket's memory as the type lays it out.</summary>
    internal void RefreshAddresses()
    {
        ReadOnlySpan<byte> memory = Socket;
        _sourceLow = _sourceHigh = _destinationLow = _destinationHigh = 0;
        SourcePort = DestinationPort = 0;
        switch (Type)
        {
            case DescriptorType.IPv4Socket:
                _sourceLow = IPv4(0);
                _destinationLow = IPv4(SocketMemory.IPv4Destination);
                SourcePort = Port(SocketMemory.IPv4SourcePort);
                DestinationPort = Port(SocketMemory.IPv4DestinationPort);
                TransportProtocol = memory[SocketMemory.IPv4Protocol];
                break;
            case DescriptorType.IPv4Server:
                _sourceLow = IPv4(0);
                SourcePort = Port(SocketMemory.IPv4ServerPort);
                TransportProtocol = memory[SocketMemory.IPv4ServerProtocol];
                break;
            case DescriptorType.IPv6Socket:
                ReadSource(memory);
                _destinationLow = BinaryPrimitives.ReadUInt64LittleEndian(memory[SocketMemory.IPv6Destination..]);
                _destinationHigh = BinaryPrimitives.ReadUInt64LittleEndian(memory[(SocketMemory.IPv6Destination + 8)..]);
                SourcePort = Port(SocketMemory.IPv6SourcePort);
                DestinationPort = Port(SocketMemory.IPv6DestinationPort);
                TransportProtocol = memory[SocketMemory.IPv6Protocol];
                break;
            case DescriptorType.IPv6Server:
                ReadSource(memory);
                SourcePort = Port(SocketMemory.IPv6ServerPort);
                TransportProtocol = memory[SocketMemory.IPv6ServerProtocol];
                break;
            case DescriptorType.UnixSocket:
                UnixSource = BinaryPrimitives.ReadUInt64LittleEndian(memory);
                UnixDestination = BinaryPrimitives.ReadUInt64LittleEndian(memory[SocketMemory.UnixDestination..]);
                break;
        }
    }

    void ReadSource(ReadOnlySpan<byte> memory)
    {
        _sourceLow = BinaryPrimitives.ReadUInt64LittleEndian(memory);
        _sourceHigh = BinaryPrimitives.ReadUInt64LittleEndian(memory[8..]);
    }

    static readonly DescriptorState s_blank = new();
}
