using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Mesoscope.Cli.Interop;

/// <summary>
/// The few calls of the C library for which .NET has no equal: writing to a descriptor at its own position (a stream of .NET would
/// write a redirected file at a position of its own), and ending by a signal.
/// </summary>
static unsafe partial class Libc
{
    /// <summary>Interrupted by a signal.</summary>
    public const int Eintr = 4;

    /// <summary>A non-blocking descriptor that takes nothing at the moment.</summary>
    public const int Eagain = 11;

    /// <summary>The reader has gone.</summary>
    public const int Epipe = 32;

    /// <summary>Number of the signal that a write to a closed pipe raises.</summary>
    public const int SigPipe = 13;

    const string Library = "libc.so.6";

    /// <summary>Writes to a descriptor; the bytes written, or -1 and the last error.</summary>
    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Write(int descriptor, byte* bytes, nint count);

    /// <summary>Waits until one of the descriptors is ready, for ever when the time is below 0.</summary>
    [LibraryImport(Library, EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    /// <summary>1 when the descriptor is a terminal.</summary>
    [LibraryImport(Library, EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int IsTerminal(int descriptor);

    /// <summary>Sets what a signal does; 0 is the default.</summary>
    [LibraryImport(Library, EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Signal(int number, nint handler);

    /// <summary>Sends a signal to the own process.</summary>
    [LibraryImport(Library, EntryPoint = "raise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Raise(int number);
}
