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

    /// <summary>Sets the niceness of the calling thread (<paramref name="which"/> and <paramref name="who"/> 0); -1 when it may not.</summary>
    [LibraryImport(Library, EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetPriority(int which, int who, int niceness);

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

    /// <summary>Option of <see cref="WaitPid"/>: returns at once.</summary>
    public const int DoNotWait = 1;

    /// <summary>Option of <see cref="WaitPid"/>: returns for stopped processes as well.</summary>
    public const int WaitForStopped = 2;

    /// <summary>The low byte of the status of a stopped process.</summary>
    public const int StoppedStatus = 0x7f;

    /// <summary>Number of the signal that ends a process at once.</summary>
    public const int SigKill = 9;

    /// <summary>Number of the signal that asks a process to end.</summary>
    public const int SigTerm = 15;

    /// <summary>Process id of who started the own process; another one when that has ended.</summary>
    [LibraryImport(Library, EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ParentProcess();

    /// <summary>What Ctrl-C sends.</summary>
    public const int SigInt = 2;

    /// <summary>Number of the signal that lets a stopped process run.</summary>
    public const int SigCont = 18;

    /// <summary>Right to ask <see cref="Access"/> for: to execute.</summary>
    public const int Executable = 1;

    /// <summary>0 when this process has a right on a file.</summary>
    [LibraryImport(Library, EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Access(string path, int right);

    /// <summary>Sends a signal to a process.</summary>
    [LibraryImport(Library, EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Kill(int pid, int number);

    /// <summary>Waits for a child; its id, 0 when there is nothing to tell, or -1 and the last error.</summary>
    [LibraryImport(Library, EntryPoint = "waitpid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int WaitPid(int pid, out int status, int options);

    /// <summary>Sets a variable of the environment, in place of one of the same name where <paramref name="overwrite"/> is 1; 0 when it did.</summary>
    [LibraryImport(Library, EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetVariable(string name, string value, int overwrite);

    /// <summary>Puts another program in place of this one; returns only when it could not.</summary>
    [LibraryImport(Library, EntryPoint = "execv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Execute(byte* path, byte** arguments);

    /// <summary>Starts a program with this process's environment and streams, and with signals as programs expect them.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments, ended by null.</param>
    /// <param name="pid">The new process.</param>
    /// <returns>0, or an errno.</returns>
    public static int Spawn(string path, byte** arguments, out int pid)
    {
        // Larger than posix_spawnattr_t (336 bytes) and sigset_t (128 bytes) of glibc.
        const int AttributeBytes = 512;
        const int SignalSetBytes = 128;
        const short SetSignalMask = 0x08;
        const short SetSignalDefaults = 0x04;
        var attributes = stackalloc byte[AttributeBytes];
        var signals = stackalloc byte[SignalSetBytes];
        new Span<byte>(signals, SignalSetBytes).Clear();
        _ = InitializeSpawn(attributes);
        _ = SetSpawnMask(attributes, signals);

        // The runtime ignores SIGPIPE, and what is ignored stays so in a new program.
        _ = AddSignal(signals, SigPipe);
        _ = SetSpawnDefaults(attributes, signals);
        _ = SetSpawnFlags(attributes, SetSignalMask | SetSignalDefaults);
        var environment = *(byte***)NativeLibrary.GetExport(NativeLibrary.Load(Library), "environ");
        var error = PosixSpawn(out pid, path, 0, attributes, arguments, environment);
        _ = DestroySpawn(attributes);
        return error;
    }

    [LibraryImport(Library, EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int PosixSpawn(out int pid, string path, nint actions, byte* attributes, byte** arguments, byte** environment);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int InitializeSpawn(byte* attributes);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DestroySpawn(byte* attributes);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setflags")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSpawnFlags(byte* attributes, short flags);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigmask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSpawnMask(byte* attributes, byte* signals);

    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigdefault")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSpawnDefaults(byte* attributes, byte* signals);

    [LibraryImport(Library, EntryPoint = "sigaddset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddSignal(byte* signals, int number);
}
