using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Programs;

/// <summary>What the programs read as constants. Keep in sync with <c>settings</c> in bpf/settings.h; the rows of system calls follow it.</summary>
[StructLayout(LayoutKind.Sequential)]
struct ProgramSettings
{
    /// <summary>Nanoseconds from the start of the boot clock to 1970.</summary>
    public ulong BootToEpoch;

    /// <summary>Bytes of payload at most.</summary>
    public uint PayloadBytes;

    /// <summary>A process whose events are not wanted; 0: none.</summary>
    public uint ExcludedPid;

    /// <summary>1 when any of the following five is.</summary>
    public uint HasConditions;

    /// <summary>1 when the table of wanted threads is asked.</summary>
    public uint HasThreads;

    /// <summary>1 when the table of wanted processes is asked.</summary>
    public uint HasProcesses;

    /// <summary>1 when the table of wanted names is asked.</summary>
    public uint HasNames;

    /// <summary>1 when the table of wanted containers is asked.</summary>
    public uint HasContainers;

    /// <summary>1 when the table of followed processes is asked.</summary>
    public uint HasFollowed;

    /// <summary>What is done when a process ends: a <see cref="CallHandling"/>.</summary>
    public uint ProcessExit;

    /// <summary>Blocks of a ring: a power of two.</summary>
    public uint RingBlocks;

    /// <summary>The number of the first processor's ring for events that interrupt others.</summary>
    public uint FirstNestedRing;

    /// <summary>Fills up to 8 bytes.</summary>
    public uint Unused;

    /// <summary>Says which tables of a filter are asked.</summary>
    public void SetConditions(KernelFilter filter)
    {
        HasThreads = filter.ThreadIds.Count > 0 ? 1u : 0;
        HasProcesses = filter.ProcessIds.Count > 0 ? 1u : 0;
        HasNames = filter.Names.Count > 0 ? 1u : 0;
        HasContainers = filter.ContainerIds.Count > 0 ? 1u : 0;
        HasFollowed = filter.FollowedProcessIds.Count > 0 ? 1u : 0;
        HasConditions = HasThreads | HasProcesses | HasNames | HasContainers | HasFollowed;
    }
}
