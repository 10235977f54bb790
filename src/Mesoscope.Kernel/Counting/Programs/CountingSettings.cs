using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>What the programs read as constants. Keep in sync with <c>settings</c> in bpf/counting/counting.h; the rows of system calls follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
struct CountingSettings
{
    /// <summary>Nanoseconds from the start of the boot clock to 1970.</summary>
    public ulong BootToEpoch;

    /// <summary>When counting begins, by the boot clock.</summary>
    public ulong Begin;

    /// <summary>How long a control group is young.</summary>
    public ulong YoungNanoseconds;

    /// <summary>A tick of the kernel's coarse clock.</summary>
    public ulong TickNanoseconds;

    /// <summary>The controller of the hierarchy, as in <c>enum controller</c>.</summary>
    public uint Controller;

    /// <summary>The kernel's number of the hierarchy.</summary>
    public uint Hierarchy;

    /// <summary>Failed calls told of a young group in a quarter of a second.</summary>
    public uint FailuresInWindow;

    /// <summary>How many of them may be of the likely harmless kind.</summary>
    public uint NoiseInWindow;

    /// <summary>1 when times are measured.</summary>
    public uint MeasuresTime;

    /// <summary>1 when connections are counted.</summary>
    public uint CountsConnections;

    /// <summary>1 when the kernel has bpf_rdonly_cast.</summary>
    public uint HasCast;

    /// <summary>Fills up to 8 bytes.</summary>
    public uint Unused;
}
