namespace Mesoscope.Captures;

/// <summary>What is wrong with a capture.</summary>
public enum CaptureDamage
{
    /// <summary>The file holds no byte.</summary>
    Empty,

    /// <summary>The file does not begin like a capture.</summary>
    NotACapture,

    /// <summary>The file holds network packets (pcap or pcapng), not system calls.</summary>
    PacketCapture,

    /// <summary>The capture was written on a machine of the other byte order.</summary>
    OtherByteOrder,

    /// <summary>The capture's major version is later than 1.</summary>
    NewerVersion,

    /// <summary>The file ends inside a block.</summary>
    Truncated,

    /// <summary>The compressed data are cut or broken; what could be decompressed has been delivered.</summary>
    BrokenCompression,

    /// <summary>A block is shorter than its kind can be.</summary>
    BlockTooShort,

    /// <summary>A block is longer than its kind can be.</summary>
    BlockTooLong,

    /// <summary>A block begins and ends with different lengths.</summary>
    TrailerMismatch,

    /// <summary>There is no block where one should begin.</summary>
    UnknownBlock,

    /// <summary>An event is shorter than its header or longer than its block.</summary>
    BadEventLength,

    /// <summary>No number of parameters explains the length of an event of format 1.</summary>
    BadParameterCount,

    /// <summary>An entry of a state block (process, descriptor, user, interface list) does not fit its block or its own length.</summary>
    BadEntry,

    /// <summary>A descriptor's kind is unknown and its length is not stored, so nothing behind it can be read.</summary>
    UnknownDescriptorType,

    /// <summary>The operating system could not read on.</summary>
    ReadError,
}
