using System.Buffers.Binary;
using System.Text;

namespace Mesoscope.Kernel.Tests.Families;

// Addresses as a program gives them: struct sockaddr_in, sockaddr_in6 and sockaddr_un of linux/in.h, in6.h and un.h.
static class Address
{
    public const int UnixFamily = 1;
    public const int InternetFamily = 2;
    public const int Internet6Family = 10;

    public static byte[] Loopback(int port) => Internet([127, 0, 0, 1], port);

    public static byte[] Internet(byte[] ip, int port)
    {
        var address = new byte[16];
        address[0] = InternetFamily;
        BinaryPrimitives.WriteUInt16BigEndian(address.AsSpan(2), (ushort)port);
        ip.CopyTo(address, 4);
        return address;
    }

    public static byte[] Loopback6(int port)
    {
        var address = new byte[28];
        address[0] = Internet6Family;
        BinaryPrimitives.WriteUInt16BigEndian(address.AsSpan(2), (ushort)port);
        address[23] = 1;
        return address;
    }

    public static byte[] Unix(string path) => [UnixFamily, 0, .. Encoding.UTF8.GetBytes(path)];

    // The port that the kernel gave to a socket.
    public static int PortOf(int socket)
    {
        var address = new byte[28];
        var bytes = address.Length;
        Assert.Equal(0, Calls.Name(socket, address, ref bytes));
        return BinaryPrimitives.ReadUInt16BigEndian(address.AsSpan(2));
    }

    // A port in the order of a capture.
    public static string PortHex(int port) => Convert.ToHexString([(byte)port, (byte)(port >> 8)]);
}
