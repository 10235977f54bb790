namespace Mesoscope.Events.Snapshot;

/// <summary>A network interface of the machine (interface list block).</summary>
public sealed record InterfaceEntry
{
    /// <summary>Name, UTF-8, without NUL.</summary>
    public byte[] Name { get; init; } = [];

    /// <summary>4 bytes (IPv4) or 16 bytes (IPv6), network order.</summary>
    public byte[] Address { get; init; } = [];

    /// <summary>The net mask, as long as the address; empty when not stored.</summary>
    public byte[] NetMask { get; init; } = [];

    /// <summary>The broadcast address, as long as the address; empty when not stored.</summary>
    public byte[] Broadcast { get; init; } = [];

    /// <summary>Bits per second; 0 when not known.</summary>
    public ulong LinkSpeed { get; init; }

    /// <summary>The entry's type number in the file (1 IPv4, 2 IPv6, 3 and 4 the same without a link speed).</summary>
    public ushort StoredType { get; init; }
}
