using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Tests.Families;

// System calls with arguments that a test knows to the last bit. Each returns what the C library does: -1 after a failure.
static partial class Calls
{
    [LibraryImport("libc", EntryPoint = "gettid")]
    public static partial int ThreadId();

    [LibraryImport("libc", EntryPoint = "socket")]
    public static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "socketpair")]
    public static partial int SocketPair(int family, int type, int protocol, Span<int> pair);

    [LibraryImport("libc", EntryPoint = "bind")]
    public static partial int Bind(int socket, ReadOnlySpan<byte> address, int bytes);

    [LibraryImport("libc", EntryPoint = "connect")]
    public static partial int Connect(int socket, ReadOnlySpan<byte> address, int bytes);

    [LibraryImport("libc", EntryPoint = "listen")]
    public static partial int Listen(int socket, int backlog);

    [LibraryImport("libc", EntryPoint = "accept4")]
    public static partial int Accept(int socket, nint address, nint bytes, int flags);

    [LibraryImport("libc", EntryPoint = "getsockname")]
    public static partial int Name(int socket, Span<byte> address, ref int bytes);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    public static partial int SetOption(int socket, int level, int name, ReadOnlySpan<byte> value, int bytes);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    public static partial int GetOption(int socket, int level, int name, Span<byte> value, ref int bytes);

    [LibraryImport("libc", EntryPoint = "sendto")]
    public static partial nint SendTo(int socket, ReadOnlySpan<byte> data, nint bytes, int flags, ReadOnlySpan<byte> address, int addressBytes);

    [LibraryImport("libc", EntryPoint = "recvfrom")]
    public static partial nint ReceiveFrom(int socket, Span<byte> data, nint bytes, int flags, Span<byte> address, ref int addressBytes);

    [LibraryImport("libc", EntryPoint = "sendmsg")]
    public static partial nint SendMessage(int socket, ReadOnlySpan<nint> message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg")]
    public static partial nint ReceiveMessage(int socket, Span<nint> message, int flags);

    [LibraryImport("libc", EntryPoint = "writev")]
    public static partial nint WriteVectors(int descriptor, ReadOnlySpan<nint> vectors, int count);

    [LibraryImport("libc", EntryPoint = "readv")]
    public static partial nint ReadVectors(int descriptor, ReadOnlySpan<nint> vectors, int count);

    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(Span<byte> list, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "ppoll")]
    public static partial int Poll(Span<byte> list, nuint count, ReadOnlySpan<long> time, nint signals);

    public static void Close(params ReadOnlySpan<int> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            Assert.Equal(0, CloseOne(descriptor));
        }
    }

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseOne(int descriptor);
}
