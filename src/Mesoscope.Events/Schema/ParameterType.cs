namespace Mesoscope.Events.Schema;

/// <summary>How the bytes of a parameter, or of a field's value, are to be read. The numbers are those of the capture format.</summary>
public enum ParameterType : byte
{
    /// <summary>No value.</summary>
    None = 0,

    /// <summary>Signed, 8 bits.</summary>
    Int8 = 1,

    /// <summary>Signed, 16 bits.</summary>
    Int16 = 2,

    /// <summary>Signed, 32 bits.</summary>
    Int32 = 3,

    /// <summary>Signed, 64 bits.</summary>
    Int64 = 4,

    /// <summary>Unsigned, 8 bits.</summary>
    UInt8 = 5,

    /// <summary>Unsigned, 16 bits.</summary>
    UInt16 = 6,

    /// <summary>Unsigned, 32 bits.</summary>
    UInt32 = 7,

    /// <summary>Unsigned, 64 bits.</summary>
    UInt64 = 8,

    /// <summary>Text, ended by a NUL byte inside an event.</summary>
    CharBuf = 9,

    /// <summary>Bytes that need not be text.</summary>
    ByteBuf = 10,

    /// <summary>Signed, 64 bits; below zero it is a negated errno.</summary>
    Errno = 11,

    /// <summary>Socket address: one byte family, then address and port, or a path.</summary>
    SockAddr = 12,

    /// <summary>Socket tuple: one byte family, then source and destination.</summary>
    SockTuple = 13,

    /// <summary>Descriptor number, 64 bits; below zero it is a negated errno.</summary>
    Fd = 14,

    /// <summary>Process or thread id, 64 bits.</summary>
    Pid = 15,

    /// <summary>List of descriptors: 16-bit count, then per item a 64-bit number and 16 bits of poll flags.</summary>
    FdList = 16,

    /// <summary>Path, relative to the working directory or absolute.</summary>
    FsPath = 17,

    /// <summary>System call number of the capture format, 16 bits.</summary>
    SyscallId = 18,

    /// <summary>Signal number, 8 bits.</summary>
    SigType = 19,

    /// <summary>Duration in nanoseconds, 64 bits.</summary>
    RelTime = 20,

    /// <summary>Time in nanoseconds since 1970, 64 bits.</summary>
    AbsTime = 21,

    /// <summary>TCP or UDP port, 16 bits.</summary>
    Port = 22,

    /// <summary>IP protocol number, 8 bits.</summary>
    L4Proto = 23,

    /// <summary>Socket family, 8 bits.</summary>
    SockFamily = 24,

    /// <summary>Boolean, 32 bits.</summary>
    Bool = 25,

    /// <summary>IPv4 address, 4 bytes in network order.</summary>
    IPv4Addr = 26,

    /// <summary>Type depends on the first byte (event parameters) or on the argument (fields).</summary>
    Dynamic = 27,

    /// <summary>Bit set, 8 bits.</summary>
    Flags8 = 28,

    /// <summary>Bit set, 16 bits.</summary>
    Flags16 = 29,

    /// <summary>Bit set, 32 bits.</summary>
    Flags32 = 30,

    /// <summary>User id, 32 bits; all ones mean none.</summary>
    Uid = 31,

    /// <summary>Group id, 32 bits; all ones mean none.</summary>
    Gid = 32,

    /// <summary>Floating point, 64 bits.</summary>
    Double = 33,

    /// <summary>Signal set, 32 bits.</summary>
    SigSet = 34,

    /// <summary>Array of strings; only inside the programs that wrote the format.</summary>
    CharBufArray = 35,

    /// <summary>Array of string pairs; only inside the programs that wrote the format.</summary>
    CharBufPairArray = 36,

    /// <summary>IPv4 network: address and mask.</summary>
    IPv4Net = 37,

    /// <summary>IPv6 address, 16 bytes.</summary>
    IPv6Addr = 38,

    /// <summary>IPv6 network: address and prefix length.</summary>
    IPv6Net = 39,

    /// <summary>IPv4 or IPv6 address; the length tells which.</summary>
    IPAddr = 40,

    /// <summary>IPv4 or IPv6 network; the length tells which.</summary>
    IPNet = 41,

    /// <summary>File mode bits, 32 bits.</summary>
    Mode = 42,

    /// <summary>Path relative to the directory of another parameter.</summary>
    FsRelPath = 43,

    /// <summary>Enumeration, 8 bits.</summary>
    EnumFlags8 = 44,

    /// <summary>Enumeration, 16 bits.</summary>
    EnumFlags16 = 45,

    /// <summary>Enumeration, 32 bits.</summary>
    EnumFlags32 = 46,

    /// <summary>Descriptor number, 32 bits.</summary>
    Fd32 = 47,

    /// <summary>Process or thread id, 32 bits.</summary>
    Pid32 = 48,
}
