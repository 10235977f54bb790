namespace Mesoscope.Events.Snapshot;

/// <summary>What a descriptor refers to. The numbers are those of the descriptor list blocks.</summary>
public enum DescriptorType : sbyte
{
    /// <summary>Not set yet.</summary>
    Uninitialized = -1,

    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Regular file (older format).</summary>
    File = 1,

    /// <summary>Directory.</summary>
    Directory = 2,

    /// <summary>IPv4 socket with both ends.</summary>
    IPv4Socket = 3,

    /// <summary>IPv6 socket with both ends.</summary>
    IPv6Socket = 4,

    /// <summary>IPv4 socket that is bound or listens.</summary>
    IPv4Server = 5,

    /// <summary>IPv6 socket that is bound or listens.</summary>
    IPv6Server = 6,

    /// <summary>Pipe or FIFO.</summary>
    Fifo = 7,

    /// <summary>Unix socket.</summary>
    UnixSocket = 8,

    /// <summary>eventfd.</summary>
    Event = 9,

    /// <summary>Not supported by the program that wrote the capture.</summary>
    Unsupported = 10,

    /// <summary>signalfd.</summary>
    Signal = 11,

    /// <summary>epoll.</summary>
    EventPoll = 12,

    /// <summary>inotify.</summary>
    Inotify = 13,

    /// <summary>timerfd.</summary>
    Timer = 14,

    /// <summary>Netlink socket.</summary>
    Netlink = 15,

    /// <summary>Regular file with its device (section header 1.2).</summary>
    FileV2 = 16,

    /// <summary>BPF map or program.</summary>
    Bpf = 17,

    /// <summary>userfaultfd.</summary>
    UserFault = 18,

    /// <summary>io_uring.</summary>
    IoUring = 19,

    /// <summary>memfd.</summary>
    MemFd = 20,

    /// <summary>pidfd.</summary>
    PidFd = 21,
}
