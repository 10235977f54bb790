using System.Runtime.InteropServices;

namespace Mesoscope.DemoCluster.Interop;

/// <summary>Calls of the C library that .NET does not offer.</summary>
static partial class Libc
{
    /// <summary>Signal numbers of every Linux architecture that .NET runs on (signal(7)).</summary>
    public const int SignalTerminate = 15;

    /// <summary>See <see cref="SignalTerminate"/>.</summary>
    public const int SignalKill = 9;

    /// <summary>Sends a signal; the result is 0, or -1 when the process is gone.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Kill(int processId, int signal);
}
