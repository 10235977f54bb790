using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Network;

namespace Mesoscope.Machine.Handlers;

/// <summary>Brings the addresses of an event into a socket. What tells the addresses from each other are their offsets in the packed tuple.</summary>
static class SocketUpdate
{
    /// <summary>Both ends of an IPv4 tuple. An end that is set already stays.</summary>
    /// <returns>False when the socket had these ends, in whatever order.</returns>
    public static bool SetIPv4(DescriptorState descriptor, ReadOnlySpan<byte> packed) =>
        SetIPv4(descriptor, Address(packed, 1), SocketText.ReadPort(packed, 5), Address(packed, 7), SocketText.ReadPort(packed, 11));

    /// <summary>Both ends of an IPv6 tuple that holds IPv4 addresses.</summary>
    public static bool SetMappedIPv4(DescriptorState descriptor, ReadOnlySpan<byte> packed) =>
        SetIPv4(descriptor, Address(packed, 13), SocketText.ReadPort(packed, 17), Address(packed, 31), SocketText.ReadPort(packed, 35));

    /// <summary>True when both addresses of an IPv6 tuple are IPv4 ones.</summary>
    public static bool IsMapped(ReadOnlySpan<byte> packed) => AddressText.IsMappedIPv4(packed[1..17]) && AddressText.IsMappedIPv4(packed[19..35]);

    /// <summary>Both ends of an IPv6 tuple. An end that is set already stays.</summary>
    /// <returns>False when the socket had these ends, in whatever order.</returns>
    public static bool SetIPv6(DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        var source = MemoryMarshal.Read<UInt128>(packed[1..]);
        var sourcePort = SocketText.ReadPort(packed, 17);
        var destination = MemoryMarshal.Read<UInt128>(packed[19..]);
        var destinationPort = SocketText.ReadPort(packed, 35);
        ref var ownSource = ref MemoryMarshal.AsRef<UInt128>(descriptor.Socket);
        ref var ownDestination = ref MemoryMarshal.AsRef<UInt128>(descriptor.Socket[SocketMemory.IPv6Destination..]);
        ref var ownSourcePort = ref descriptor.Port(SocketMemory.IPv6SourcePort);
        ref var ownDestinationPort = ref descriptor.Port(SocketMemory.IPv6DestinationPort);
        if (descriptor.Type == DescriptorType.IPv6Socket
            && ((source == ownSource && sourcePort == ownSourcePort && destination == ownDestination && destinationPort == ownDestinationPort)
                || (destination == ownSource && destinationPort == ownSourcePort && source == ownDestination && sourcePort == ownDestinationPort)))
        {
            return false;
        }

        return Replace(ref ownSource, source) | Replace(ref ownSourcePort, sourcePort)
            | FillIn(ref ownDestination, destination) | FillIn(ref ownDestinationPort, destinationPort);
    }

    /// <summary>The kernel's addresses of a Unix socket.</summary>
    public static void SetUnix(DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        if (packed.Length >= SocketFamily.UnixTupleBytes)
        {
            packed[1..SocketFamily.UnixTupleBytes].CopyTo(descriptor.Socket);
        }
    }

    static bool SetIPv4(DescriptorState descriptor, uint source, ushort sourcePort, uint destination, ushort destinationPort)
    {
        ref var ownSource = ref descriptor.IPv4(0);
        ref var ownDestination = ref descriptor.IPv4(SocketMemory.IPv4Destination);
        ref var ownSourcePort = ref descriptor.Port(SocketMemory.IPv4SourcePort);
        ref var ownDestinationPort = ref descriptor.Port(SocketMemory.IPv4DestinationPort);
        if (descriptor.Type == DescriptorType.IPv4Socket
            && ((source == ownSource && sourcePort == ownSourcePort && destination == ownDestination && destinationPort == ownDestinationPort)
                || (destination == ownSource && destinationPort == ownSourcePort && source == ownDestination && sourcePort == ownDestinationPort)))
        {
            return false;
        }

        return Replace(ref ownSource, source) | Replace(ref ownSourcePort, sourcePort)
            | FillIn(ref ownDestination, destination) | FillIn(ref ownDestinationPort, destinationPort);
    }

    static uint Address(ReadOnlySpan<byte> packed, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(packed[offset..]);

    static bool Replace<T>(ref T own, T value)
        where T : struct, IEquatable<T>
    {
        var isChange = !own.Equals(value);
        own = value;
        return isChange;
    }

    static bool FillIn<T>(ref T own, T value)
        where T : struct, IEquatable<T>
    {
        if (!own.Equals(default))
        {
            return false;
        }

        own = value;
        return true;
    }
}
