using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Kernel.Scan.Host;

/// <summary>The addresses of the machine's network interfaces.</summary>
static unsafe class InterfaceList
{
    // From linux/socket.h.
    const ushort IPv4 = 2;
    const ushort IPv6 = 10;

    // The layout of struct ifaddrs on 64-bit machines, from ifaddrs.h, and of the socket addresses, from linux/in.h and linux/in6.h.
    const int NameOffset = 8;
    const int AddressOffset = 24;
    const int MaskOffset = 32;
    const int BroadcastOffset = 40;
    const int IPv4Offset = 4;
    const int IPv6Offset = 8;

    /// <summary>Hands over one entry for each address, IPv4 and IPv6.</summary>
    public static void Read(ScanProblems problems, ISnapshotSink sink)
    {
        byte* list;
        if (Posix.GetInterfaces(&list) != 0)
        {
            problems.AddError(Marshal.GetLastPInvokeError());
            return;
        }

        try
        {
            for (var item = list; item != null; item = *(byte**)item)
            {
                var address = Pointer(item, AddressOffset);
                if (address != null && *(ushort*)address is IPv4 or IPv6)
                {
                    sink.AddInterface(ToEntry(item, *(ushort*)address == IPv4));
                }
            }
        }
        finally
        {
            Posix.FreeInterfaces(list);
        }
    }

    static InterfaceEntry ToEntry(byte* item, bool isIPv4) => new()
    {
        Name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(Pointer(item, NameOffset)).ToArray(),
        Address = Bytes(Pointer(item, AddressOffset), isIPv4),
        NetMask = Bytes(Pointer(item, MaskOffset), isIPv4),
        Broadcast = Bytes(Pointer(item, BroadcastOffset), isIPv4),
        StoredType = isIPv4 ? (ushort)1 : (ushort)2,
    };

    static byte* Pointer(byte* item, int offset) => *(byte**)(item + offset);

    static byte[] Bytes(byte* address, bool isIPv4)
    {
        var length = isIPv4 ? 4 : 16;
        return address == null ? new byte[length] : new ReadOnlySpan<byte>(address + (isIPv4 ? IPv4Offset : IPv6Offset), length).ToArray();
    }
}
