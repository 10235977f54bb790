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

    /// <summary>1 when any of the following is.</summary>
    public uint HasConditions;

    public uint HasThreads;

    public uint HasProcesses;

    public uint HasNames;

    public uint HasCgroups;

    public uint HasFollowed;
}
