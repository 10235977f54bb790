using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>The calls of ZooKeeper's C client (Debian's libzookeeper-mt2) that reading an election needs. Numbers: its zookeeper.h, version 3.8.</summary>
static unsafe partial class LibZooKeeper
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The node does not exist.</summary>
    public const int NoNode = -101;

    /// <summary>The node must not be read.</summary>
    public const int NoAuth = -102;

    /// <summary>State of a session that is over and needs a new handle.</summary>
    public const int ExpiredState = -112;

    /// <summary>State of a session whose credentials were not taken.</summary>
    public const int AuthFailedState = -113;

    /// <summary>State of a session that works.</summary>
    public const int ConnectedState = 3;

    /// <summary>Logs nothing: what is worth saying comes back as a result, and standard error is not the library's.</summary>
    public const int LogNothing = 0;

    /// <summary>The package that holds the library.</summary>
    public const string Package = "libzookeeper-mt2";

    const string Library = "libzookeeper_mt.so.2";

    /// <summary>True when the library is on this machine.</summary>
    public static bool IsPresent { get; } =
        NativeLibrary.TryLoad(Library, typeof(LibZooKeeper).Assembly, DllImportSearchPath.SafeDirectories, out _);

    /// <summary>Sets what is logged.</summary>
    [LibraryImport(Library, EntryPoint = "zoo_set_debug_level")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void SetLogLevel(int level);

    /// <summary>Makes a handle, which connects in threads of the library; 0 when the servers' names mean nothing.</summary>
    [LibraryImport(Library, EntryPoint = "zookeeper_init", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Open(
        string servers, delegate* unmanaged<nint, int, int, byte*, nint, void> watcher, int timeoutMilliseconds, nint clientId, nint context, int flags);

    /// <summary>Ends a handle; no watcher is called any more once it has returned.</summary>
    [LibraryImport(Library, EntryPoint = "zookeeper_close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Close(nint handle);

    /// <summary>The state of a session.</summary>
    [LibraryImport(Library, EntryPoint = "zoo_state")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int State(nint handle);

    /// <summary>Adds credentials; a failure shows in the state.</summary>
    [LibraryImport(Library, EntryPoint = "zoo_add_auth", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int AddAuth(nint handle, string scheme, byte* credentials, int length, nint completion, nint data);

    /// <summary>The children of a node; calls the watcher once when they change.</summary>
    [LibraryImport(Library, EntryPoint = "zoo_wget_children", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetChildren(
        nint handle, string path, delegate* unmanaged<nint, int, int, byte*, nint, void> watcher, nint context, StringVector* names);

    /// <summary>Frees what <see cref="GetChildren"/> filled.</summary>
    [LibraryImport(Library, EntryPoint = "deallocate_String_vector")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Free(StringVector* names);

    /// <summary>Whether a node exists; calls the watcher once when that changes.</summary>
    [LibraryImport(Library, EntryPoint = "zoo_wexists", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Exists(nint handle, string path, delegate* unmanaged<nint, int, int, byte*, nint, void> watcher, nint context, nint stat);

    /// <summary>The data of a node; the length is -1 for none, and is cut at the buffer's.</summary>
    [LibraryImport(Library, EntryPoint = "zoo_get", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Get(nint handle, string path, int watches, byte* buffer, int* length, nint stat);

    /// <summary>The text of an error.</summary>
    public static string Describe(int error) => Marshal.PtrToStringUTF8(Error(error)) ?? "unknown error";

    [LibraryImport(Library, EntryPoint = "zerror")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Error(int error);
}
