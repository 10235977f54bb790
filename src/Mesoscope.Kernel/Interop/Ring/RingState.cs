using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>What programs and reader tell each other of a ring, in memory that both share. Keep in sync with <c>struct ring</c> in bpf/settings.h.</summary>
[StructLayout(LayoutKind.Sequential)]
struct RingState
{
    /// <summary>Bytes of a state.</summary>
    public const int Bytes = 128;

    /// <summary>Where the next event begins: everything before is finished.</summary>
    public ulong Written;

    /// <summary>The time of the event that is being written, nanoseconds since 1970; 1 while that time is being taken; 0: none is.</summary>
    public ulong WritingSince;

    /// <summary>Events lost because the ring was full.</summary>
    public ulong Full;

    /// <summary>Parameters left empty because the memory that they lie in could not be read.</summary>
    public ulong Fault;

    /// <summary>Events lost because they do not fit into an event.</summary>
    public ulong TooBig;

    /// <summary>Processes that could not be marked as followed.</summary>
    public ulong TableFull;

    /// <summary>System calls of another kind, which are not decoded.</summary>
    public ulong Foreign;

    readonly long _answer;

    /// <summary>What the reader has taken; the only word that it writes.</summary>
    public ulong Read;
}
