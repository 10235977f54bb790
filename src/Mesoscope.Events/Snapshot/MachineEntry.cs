namespace Mesoscope.Events.Snapshot;

/// <summary>The machine that a capture was made on (machine info block, 0x201).</summary>
public sealed record MachineEntry
{
    /// <summary>Number of processors.</summary>
    public uint CpuCount { get; init; }

    /// <summary>Memory in bytes.</summary>
    public ulong MemoryBytes { get; init; }

    /// <summary>The highest process id plus one.</summary>
    public ulong MaxPid { get; init; }

    /// <summary>Host name, UTF-8, without NUL.</summary>
    public byte[] HostName { get; init; } = [];

    /// <summary>Nanoseconds since 1970 at boot; 0 when not stored.</summary>
    public ulong BootTime { get; init; }

    /// <summary>The bytes of the block behind the host name, kept so that a copy is the same.</summary>
    public byte[] Reserved { get; init; } = [];
}
