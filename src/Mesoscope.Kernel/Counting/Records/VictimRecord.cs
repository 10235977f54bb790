using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>A process was chosen to be killed: <c>struct victim_record</c> in bpf/counting/life.bpf.c.</summary>
[StructLayout(LayoutKind.Sequential)]
struct VictimRecord
{
    /// <summary><see cref="RecordKind.OutOfMemory"/>.</summary>
    public RecordKind Kind;

    /// <summary>The thread that the kernel named.</summary>
    public int ThreadId;

    /// <summary>Its process.</summary>
    public int ProcessId;

    /// <summary>Fills up to 8 bytes.</summary>
    public uint Unused;

    /// <summary>Nanoseconds since 1970.</summary>
    public ulong Time;

    /// <summary>The control group; 0 when it is not known.</summary>
    public ulong ControlGroup;

    /// <summary>Name of the thread.</summary>
    public NameBytes Name;
}
