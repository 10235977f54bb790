using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Scan.Access;

/// <summary>
/// The calls of the C library that a scan needs: relative to an open folder, which saves the kernel most of the way through a path and
/// holds on to one process even when its id is given out again.
/// </summary>
static unsafe partial class Posix
{
    // From asm-generic/fcntl.h and linux/fcntl.h; the same on x86_64 and aarch64, but for the first.
    public static readonly int OpenDirectory = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;
    public const int OpenCloseOnExec = 0x80000;
    public const int OpenNonBlocking = 0x800;
    public const int CurrentDirectory = -100;

    // A file on a server that does not answer must not stop the scan: what is known here is enough.
    public const int StatWithoutSync = 0x4000;

    /// <summary>Number of getdents64: older C libraries have no function for it. From asm/unistd.h.</summary>
    public static readonly nint GetEntriesCall = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 61 : 217;

    const string Library = "libc.so.6";

    [LibraryImport(Library, EntryPoint = "openat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int OpenAt(int folder, byte* path, int flags, int mode);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Read(int descriptor, byte* bytes, nint count);

    [LibraryImport(Library, EntryPoint = "pread", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint ReadAt(int descriptor, byte* bytes, nint count, long offset);

    [LibraryImport(Library, EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "readlinkat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint ReadLinkAt(int folder, byte* path, byte* target, nint count);

    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Statx(int folder, byte* path, int flags, uint mask, byte* result);

    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Call(nint number, nint first, nint second, nint third);

    [LibraryImport(Library, EntryPoint = "prlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ProcessLimit(int pid, int resource, ulong* limit, ulong* previous);

    [LibraryImport(Library, EntryPoint = "getifaddrs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetInterfaces(byte** list);

    [LibraryImport(Library, EntryPoint = "freeifaddrs")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void FreeInterfaces(byte* list);
}
