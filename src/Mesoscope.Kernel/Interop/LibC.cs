using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop;

/// <summary>The calls of the C library that .NET has no face for.</summary>
static partial class LibC
{
    /// <summary>linux/time.h: wall clock.</summary>
    public const int ClockRealtime = 0;

    /// <summary>linux/time.h: time as of the last tick.</summary>
    public const int ClockMonotonicCoarse = 6;

    /// <summary>linux/time.h: time since the start, sleep included.</summary>
    public const int ClockBoottime = 7;

    const int ProtRead = 1;
    const int ProtWrite = 2;
    const int MapShared = 1;

    /// <summary>Nanoseconds of a clock.</summary>
    public static ulong Now(int clock)
    {
        ClockGetTime(clock, out var time);
        return (ulong)time.Seconds * 1_000_000_000 + (ulong)time.Nanoseconds;
    }

    /// <summary>Nanoseconds between two steps of a clock.</summary>
    public static ulong Resolution(int clock)
    {
        ClockGetResolution(clock, out var time);
        return (ulong)time.Seconds * 1_000_000_000 + (ulong)time.Nanoseconds;
    }

    /// <summary>Maps a part of a descriptor into memory; 0 on failure, and the errno is <see cref="Marshal.GetLastPInvokeError"/>.</summary>
    public static nint Map(int descriptor, nuint bytes, long offset, bool isWritable)
    {
        var address = MMap(0, bytes, isWritable ? ProtRead | ProtWrite : ProtRead, MapShared, descriptor, offset);
        return address == -1 ? 0 : address;
    }

    [LibraryImport("libc", EntryPoint = "munmap")]
    public static partial int Unmap(nint address, nuint bytes);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>Bytes read, 0 at the end, -1 on failure.</summary>
    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, Span<byte> target, nint bytes);

    [LibraryImport("libc", EntryPoint = "vsnprintf")]
    public static partial int FormatText(Span<byte> target, nuint bytes, nint format, nint arguments);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint MMap(nint address, nuint bytes, int protection, int flags, int descriptor, long offset);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [LibraryImport("libc", EntryPoint = "clock_getres")]
    private static partial int ClockGetResolution(int clock, out TimeSpec time);

    struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
