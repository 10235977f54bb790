using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>What the tuple of a datagram tells of its socket.</summary>
static class TupleUpdate
{
    /// <summary>Brings the tuple of an event into a socket.</summary>
    /// <returns>False when there is no tuple or nothing new in it.</returns>
    public static bool Apply(StateEngine engine, DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        if (packed.IsEmpty)
        {
            return false;
        }

        switch (packed[0])
        {
            case SocketFamily.IPv4:
                if (packed.Length < SocketFamily.IPv4TupleBytes || !ApplyIPv4(descriptor, packed))
                {
                    return false;
                }

                break;
            case SocketFamily.IPv6:
                if (packed.Length < SocketFamily.IPv6TupleBytes || !ApplyIPv6(descriptor, packed))
                {
                    return false;
                }

                break;
            case SocketFamily.Unix:
                ApplyUnix(descriptor, packed);
                return true;
        }

        // A connection of TCP has its protocol from the start: what has none and changes its ends is UDP.
        AssumeUdp(descriptor);
        InterfaceUpdate.FillIn(engine.Machine.Interfaces, descriptor);
        descriptor.RefreshAddresses();
        UpdateLogListener(descriptor);
        return true;
    }

    static bool ApplyIPv4(DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        if (descriptor.Type == DescriptorType.IPv4Server)
        {
            descriptor.Socket[SocketMemory.IPv4Protocol] = descriptor.Socket[SocketMemory.IPv4ServerProtocol];
        }

        descriptor.Type = DescriptorType.IPv4Socket;
        return SocketUpdate.SetIPv4(descriptor, packed) || Refresh(descriptor);
    }

    static bool ApplyIPv6(DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        if (!SocketUpdate.IsMapped(packed))
        {
            return SocketUpdate.SetIPv6(descriptor, packed);
        }

        descriptor.Type = DescriptorType.IPv4Socket;
        return SocketUpdate.SetMappedIPv4(descriptor, packed) || Refresh(descriptor);
    }

    // The type may have changed although the ends have not.
    static bool Refresh(DescriptorState descriptor)
    {
        descriptor.RefreshAddresses();
        return false;
    }

    static void ApplyUnix(DescriptorState descriptor, ReadOnlySpan<byte> packed)
    {
        descriptor.Type = DescriptorType.UnixSocket;
        SocketUpdate.SetUnix(descriptor, packed);
        descriptor.RefreshAddresses();
        var path = packed.Length > SocketFamily.UnixTupleBytes ? packed[SocketFamily.UnixTupleBytes..] : default;
        UpdateLogListener(descriptor, SocketText.UntilNul(path));
    }

    static void AssumeUdp(DescriptorState descriptor)
    {
        var offset = descriptor.Type switch
        {
            DescriptorType.IPv4Socket => SocketMemory.IPv4Protocol,
            DescriptorType.IPv6Socket => SocketMemory.IPv6Protocol,
            _ => -1,
        };
        if (offset >= 0 && descriptor.Socket[offset] == DescriptorState.UnknownProtocol)
        {
            descriptor.Socket[offset] = DescriptorState.Udp;
        }
    }

    static void UpdateLogListener(DescriptorState descriptor) => UpdateLogListener(descriptor, descriptor.Name);

    static void UpdateLogListener(DescriptorState descriptor, ReadOnlySpan<byte> name)
    {
        if (name.IndexOf("/dev/log"u8) >= 0)
        {
            descriptor.LogListenerCount++;
        }
        else if (descriptor.LogListenerCount > 0)
        {
            descriptor.LogListenerCount--;
        }
    }
}
