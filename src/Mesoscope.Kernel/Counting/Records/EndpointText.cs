using System.Buffers.Binary;
using System.Net;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>Internet addresses out of the kernel's bytes.</summary>
static class EndpointText
{
    // linux/socket.h.
    const int Internet = 2;
    const int Internet6 = 10;

    /// <summary>An address and port in the network's order. IPv4 over a socket for IPv6 is told as IPv4.</summary>
    public static IPEndPoint Make(int family, ReadOnlySpan<byte> address, ushort port)
    {
        var ip = new IPAddress(family == Internet ? address[..4] : address[..16]);
        return new IPEndPoint(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip, BinaryPrimitives.ReverseEndianness(port));
    }

    /// <summary>A <c>struct sockaddr_in</c> or <c>sockaddr_in6</c>; null for others and when bytes are missing.</summary>
    public static IPEndPoint? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
        {
            return null;
        }

        var family = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        var port = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        return family switch
        {
            Internet => Make(family, bytes[4..], port),
            Internet6 when bytes.Length >= 24 => Make(family, bytes[8..], port),
            _ => null,
        };
    }
}
