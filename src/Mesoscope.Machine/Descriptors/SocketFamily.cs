namespace Mesoscope.Machine.Descriptors;

/// <summary>Address families that mean something here, and how long their packed tuples are.</summary>
static class SocketFamily
{
    public const byte Unix = 1;
    public const byte IPv4 = 2;
    public const byte IPv6 = 10;
    public const byte Netlink = 16;

    /// <summary>Family, then address and port of the source, then of the destination.</summary>
    public const int IPv4TupleBytes = 1 + 4 + 2 + 4 + 2;

    /// <inheritdoc cref="IPv4TupleBytes"/>
    public const int IPv6TupleBytes = 1 + 16 + 2 + 16 + 2;

    /// <summary>Family and both kernel addresses; the path follows.</summary>
    public const int UnixTupleBytes = 1 + 8 + 8;
}
