namespace Mesoscope.Events.Snapshot;

/// <summary>A descriptor that was open when the capture began (descriptor list block).</summary>
public sealed class DescriptorEntry
{
    /// <summary>The descriptor's number.</summary>
    public long Number { get; set; }

    /// <summary>Inode; 0 when not known.</summary>
    public ulong Inode { get; set; }

    /// <summary>What it refers to.</summary>
    public DescriptorType Type { get; set; }

    /// <summary>Source (or local) address, network order: 4 or 16 bytes; empty for what is not an IP socket.</summary>
    public byte[] SourceAddress { get; set; } = [];

    /// <summary>Destination address, as long as the source; empty for servers and for what is not an IP socket.</summary>
    public byte[] DestinationAddress { get; set; } = [];

    /// <summary>Source (or local) port, host order.</summary>
    public ushort SourcePort { get; set; }

    /// <summary>Destination port, host order.</summary>
    public ushort DestinationPort { get; set; }

    /// <summary>Transport protocol, the numbers of the format: 0 unknown, 1 not relevant, 2 TCP, 3 UDP, 4 ICMP, 5 raw.</summary>
    public byte TransportProtocol { get; set; }

    /// <summary>Unix socket: kernel address of the own end.</summary>
    public ulong UnixSource { get; set; }

    /// <summary>Unix socket: kernel address of the other end.</summary>
    public ulong UnixDestination { get; set; }

    /// <summary>File: the flags it was opened with, the PPM_O_ bits of the format; 0 when not stored.</summary>
    public uint OpenFlags { get; set; }

    /// <summary>File: number of the mount; 0 when not stored.</summary>
    public uint MountId { get; set; }

    /// <summary>File: device number; 0 when not stored.</summary>
    public uint Device { get; set; }

    /// <summary>Path or name, UTF-8, without NUL; empty for IP sockets.</summary>
    public byte[] Name { get; set; } = [];
}
