using Mesoscope.Events.Snapshot;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The words that stand for types of descriptors and protocols.</summary>
static class DescriptorWords
{
    static readonly byte[][] s_typeNames = MakeTypeNames();

    /// <summary>The word for a type: <c>file</c>, <c>ipv4</c>; <c>&lt;NA&gt;</c> for types without one.</summary>
    public static byte[] TypeName(DescriptorType type) =>
        (uint)type < (uint)s_typeNames.Length ? s_typeNames[(int)type] : s_typeNames[0];

    /// <summary>The lowest type number with the same word, from 0 to 31.</summary>
    public static int WordIndex(DescriptorType type) => type switch
    {
        DescriptorType.IPv4Server => (int)DescriptorType.IPv4Socket,
        DescriptorType.IPv6Server => (int)DescriptorType.IPv6Socket,
        DescriptorType.FileV2 => (int)DescriptorType.File,
        _ => (uint)type < (uint)s_typeNames.Length ? (int)type : 0,
    };

    /// <summary>The word for a transport protocol: <c>tcp</c>, <c>udp</c>; <c>&lt;NA&gt;</c> for those without one.</summary>
    /// <param name="protocol">The number of the capture format.</param>
    public static ReadOnlySpan<byte> ProtocolName(byte protocol) => protocol switch
    {
        2 => "tcp"u8,
        3 => "udp"u8,
        4 => "icmp"u8,
        5 => "raw"u8,
        _ => "<NA>"u8,
    };

    static byte[][] MakeTypeNames()
    {
        string[] names =
        [
            "<NA>", "file", "directory", "ipv4", "ipv6", "ipv4", "ipv6", "pipe", "unix", "event", "<NA>", "signalfd", "eventpoll",
            "inotify", "timerfd", "netlink", "file", "bpf", "userfaultfd", "io_uring", "memfd", "pidfd",
        ];
        return Array.ConvertAll(names, System.Text.Encoding.UTF8.GetBytes);
    }
}
