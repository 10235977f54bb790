using Mesoscope.Events.Snapshot;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>Tells by the link of a descriptor what it is, where that is not a path.</summary>
static class NamelessFiles
{
    static readonly (byte[] Link, DescriptorType Type)[] s_kinds =
    [
        ("anon_inode:[eventfd]"u8.ToArray(), DescriptorType.Event),
        ("anon_inode:[eventpoll]"u8.ToArray(), DescriptorType.EventPoll),
        ("anon_inode:inotify"u8.ToArray(), DescriptorType.Inotify),
        ("anon_inode:[signalfd]"u8.ToArray(), DescriptorType.Signal),
        ("anon_inode:[timerfd]"u8.ToArray(), DescriptorType.Timer),
        ("anon_inode:[io_uring]"u8.ToArray(), DescriptorType.IoUring),
        ("anon_inode:[userfaultfd]"u8.ToArray(), DescriptorType.UserFault),
        ("anon_inode:[pidfd]"u8.ToArray(), DescriptorType.PidFd),
        ("pidfd:["u8.ToArray(), DescriptorType.PidFd), // since kernel 6.9
        ("anon_inode:bpf"u8.ToArray(), DescriptorType.Bpf), // bpf-map, bpf-prog, bpf_link, bpf_iter
        ("anon_inode:"u8.ToArray(), DescriptorType.Unsupported),
    ];

    /// <summary>The type by the link; <see cref="DescriptorType.Unknown"/> when it is the link of something else.</summary>
    public static DescriptorType TypeOf(ReadOnlySpan<byte> link)
    {
        foreach (var (text, type) in s_kinds)
        {
            if (link.StartsWith(text))
            {
                return type;
            }
        }

        return DescriptorType.Unknown;
    }
}
