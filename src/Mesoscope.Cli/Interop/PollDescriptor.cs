using System.Runtime.InteropServices;

namespace Mesoscope.Cli.Interop;

/// <summary>What <c>poll</c> waits for; the layout is that of <c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
struct PollDescriptor
{
    /// <summary>POLLOUT: there is room to write.</summary>
    public const short Writable = 4;

    /// <summary>The descriptor.</summary>
    public int Descriptor;

    /// <summary>What to wait for.</summary>
    public short Events;

    /// <summary>What came; filled by the call.</summary>
    public short Returned;
}
