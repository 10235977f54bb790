namespace Mesoscope.Events.Snapshot;

/// <summary>A thread that lived when the capture began (process list block). Texts are UTF-8 as the kernel gave them, without NUL.</summary>
public sealed class ThreadEntry
{
    /// <summary>Thread id.</summary>
    public long Tid { get; set; }

    /// <summary>Process id: the id of the main thread.</summary>
    public long Pid { get; set; }

    /// <summary>Id of the parent.</summary>
    public long ParentTid { get; set; }

    /// <summary>Session id; -1 when not stored.</summary>
    public long SessionId { get; set; } = -1;

    /// <summary>Process group id in its own pid namespace; -1 when not stored.</summary>
    public long VirtualGroupId { get; set; } = -1;

    /// <summary>Thread id in its own pid namespace; -1 when not stored.</summary>
    public long VirtualTid { get; set; } = -1;

    /// <summary>Process id in its own pid namespace; -1 when not stored.</summary>
    public long VirtualPid { get; set; } = -1;

    /// <summary>Command name, such as <c>top</c>.</summary>
    public byte[] Comm { get; set; } = [];

    /// <summary>First word of the command line.</summary>
    public byte[] Exe { get; set; } = [];

    /// <summary>Full path of the executable; empty when not stored.</summary>
    public byte[] ExePath { get; set; } = [];

    /// <summary>Arguments after the first word, each ended by NUL.</summary>
    public byte[] Arguments { get; set; } = [];

    /// <summary>Environment, each variable ended by NUL.</summary>
    public byte[] Environment { get; set; } = [];

    /// <summary>Working directory.</summary>
    public byte[] WorkingDirectory { get; set; } = [];

    /// <summary>Root directory; empty when not stored.</summary>
    public byte[] Root { get; set; } = [];

    /// <summary>Control groups, <c>subsystem=path</c>, each ended by NUL.</summary>
    public byte[] Cgroups { get; set; } = [];

    /// <summary>Highest number of descriptors; -1 when not known.</summary>
    public long DescriptorLimit { get; set; } = -1;

    /// <summary>Thread flags, the PPM_CL_ bits of the format.</summary>
    public uint Flags { get; set; }

    /// <summary>User id.</summary>
    public uint Uid { get; set; }

    /// <summary>Group id.</summary>
    public uint Gid { get; set; }

    /// <summary>Login user id; -1 when not stored.</summary>
    public int LoginUid { get; set; } = -1;

    /// <summary>Virtual memory in KiB.</summary>
    public uint VirtualMemoryKiB { get; set; }

    /// <summary>Resident memory in KiB.</summary>
    public uint ResidentMemoryKiB { get; set; }

    /// <summary>Swapped memory in KiB.</summary>
    public uint SwapMemoryKiB { get; set; }

    /// <summary>Major page faults since the start.</summary>
    public ulong MajorFaults { get; set; }

    /// <summary>Minor page faults since the start.</summary>
    public ulong MinorFaults { get; set; }

    /// <summary>Nanoseconds since 1970 when the thread was made; 0 when not known.</summary>
    public ulong CloneTime { get; set; }

    /// <summary>Controlling terminal number; 0 for none.</summary>
    public int Tty { get; set; }

    /// <summary>True when the executable's file was writable by its user; false when not stored.</summary>
    public bool IsExeWritable { get; set; }

    /// <summary>Inherited capabilities; 0 when not stored.</summary>
    public ulong InheritableCapabilities { get; set; }

    /// <summary>Permitted capabilities; 0 when not stored.</summary>
    public ulong PermittedCapabilities { get; set; }

    /// <summary>Effective capabilities; 0 when not stored.</summary>
    public ulong EffectiveCapabilities { get; set; }

    /// <summary>True when the executable lies in an overlay's upper layer; false when not stored.</summary>
    public bool IsExeUpperLayer { get; set; }

    /// <summary>True when the executable is a memfd; false when not stored.</summary>
    public bool IsExeFromMemFd { get; set; }

    /// <summary>True when the executable lies in an overlay's lower layer; false when not stored.</summary>
    public bool IsExeLowerLayer { get; set; }

    /// <summary>Inode of the executable; 0 when not stored.</summary>
    public ulong ExeInode { get; set; }

    /// <summary>Nanoseconds since 1970 of the executable's last inode change; 0 when not stored.</summary>
    public ulong ExeChangeTime { get; set; }

    /// <summary>Nanoseconds since 1970 of the executable's last content change; 0 when not stored.</summary>
    public ulong ExeModificationTime { get; set; }

    /// <summary>Nanoseconds since 1970 when init of its pid namespace started; 0 when not stored.</summary>
    public ulong NamespaceInitTime { get; set; }

    /// <summary>Process group id; -1 when not stored.</summary>
    public long GroupId { get; set; } = -1;
}
