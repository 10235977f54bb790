using Mesoscope.Events.Snapshot;

namespace Mesoscope.Machine.Descriptors;

/// <summary>One open descriptor as the events so far made it. Written by the state engine only; texts are replaced, never changed.</summary>
public sealed partial class DescriptorState
{
    // Kept in halves: code that touches a type with 128-bit fields is not compiled ahead of time, and every start would pay for it.
    ulong _sourceHigh;
    ulong _sourceLow;
    ulong _destinationHigh;
    ulong _destinationLow;

    /// <summary>What it refers to.</summary>
    public DescriptorType Type { get; set; } = DescriptorType.Uninitialized;

    /// <summary>Facts gathered on the way.</summary>
    public DescriptorFlags Flags { get; set; }

    /// <summary>The flags it was opened with (PPM_O_ bits).</summary>
    public uint OpenFlags { get; set; }

    /// <summary>Device number; 0 when not known.</summary>
    public uint Device { get; set; }

    /// <summary>Number of the mount; 0 when not known.</summary>
    public uint MountId { get; set; }

    /// <summary>Inode; 0 when not known.</summary>
    public ulong Inode { get; set; }

    /// <summary>Name as displayed: path, tuple text, or empty.</summary>
    public byte[] Name { get; set; } = [];

    /// <summary>The name before the event under hand; tells whether the event changed it.</summary>
    public byte[] PreviousName { get; set; } = [];

    /// <summary>Path as the program gave it, before it was made absolute; empty when not known.</summary>
    public byte[] RawName { get; set; } = [];

    /// <summary>
    /// Source (or, for servers, local) address: the bytes in network order read as a little-endian number, so that an IPv4 address is
    /// the low 32 bits and the others are 0.
    /// </summary>
    public UInt128 SourceAddress
    {
        get => new(_sourceHigh, _sourceLow);
        set => (_sourceHigh, _sourceLow) = ((ulong)(value >> 64), (ulong)value);
    }

    /// <summary>Destination address, in the form of <see cref="SourceAddress"/>.</summary>
    public UInt128 DestinationAddress
    {
        get => new(_destinationHigh, _destinationLow);
        set => (_destinationHigh, _destinationLow) = ((ulong)(value >> 64), (ulong)value);
    }

    /// <summary>Source or local port, host order.</summary>
    public ushort SourcePort { get; set; }

    /// <summary>Destination port, host order.</summary>
    public ushort DestinationPort { get; set; }

    /// <summary>Transport protocol, the numbers of the format: 0 unknown, 1 not relevant, 2 TCP, 3 UDP, 4 ICMP, 5 raw.</summary>
    public byte TransportProtocol { get; set; }

    /// <summary>Unix socket: kernel address of the own end.</summary>
    public ulong UnixSource { get; set; }

    /// <summary>Unix socket: kernel address of the other end.</summary>
    public ulong UnixDestination { get; set; }
}
