namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>What the counters want to know of a system call.</summary>
/// <param name="Kind">What kind of call it is.</param>
/// <param name="Details">Where its arguments are.</param>
readonly record struct CountedCall(CallKind Kind, CallDetails Details)
{
    const CallDetails TimedIn = CallDetails.Timed;
    const CallDetails TimedOut = CallDetails.Timed | CallDetails.Out;

    // All other calls are only counted. ioctl and fcntl are left out on purpose: their failures are answers to questions.
    static readonly (CallKind Kind, CallDetails Details, string Names)[] s_rows =
    [
        (CallKind.Transfer, TimedIn, "read pread64 readv preadv preadv2"),
        (CallKind.Transfer, TimedOut, "write pwrite64 writev pwritev pwritev2 sendto sendmsg"),
        (CallKind.Transfer, TimedIn | CallDetails.FlagsFourth, "recvfrom"),
        (CallKind.Transfer, TimedIn | CallDetails.FlagsThird, "recvmsg"),
        (CallKind.Messages, TimedIn, "recvmmsg"),
        (CallKind.Messages, TimedOut, "sendmmsg"),
        (CallKind.Copy, CallDetails.Timed | CallDetails.SendFile, "sendfile"),
        (CallKind.Copy, CallDetails.Timed, "splice copy_file_range"),
        (CallKind.Open, CallDetails.None, "open creat"),
        (CallKind.Open, CallDetails.PathSecond, "openat openat2 open_by_handle_at"),
        (CallKind.Connect, CallDetails.Timed, "connect"),
        (CallKind.Accept, CallDetails.Timed, "accept accept4"),
        (CallKind.Bind, CallDetails.None, "bind"),
        (CallKind.Listen, CallDetails.None, "listen"),
        (CallKind.Socket, CallDetails.None, "socket"),
        (CallKind.Descriptor, CallDetails.None, "fstat fstatfs lseek fsync fdatasync ftruncate fallocate fadvise64 readahead sync_file_range getdents getdents64 fchdir fchmod fchown flock"),
        (CallKind.Descriptor, CallDetails.None, "shutdown getsockname getpeername setsockopt getsockopt"),
        (CallKind.Path, CallDetails.None, "stat lstat statfs access truncate chdir chroot rename mkdir rmdir link symlink unlink readlink chmod chown lchown mknod utime utimes"),
        (CallKind.Path, CallDetails.PathSecond, "newfstatat statx faccessat faccessat2 mkdirat mknodat renameat renameat2 linkat symlinkat unlinkat readlinkat fchmodat fchmodat2 fchownat futimesat utimensat"),
        (CallKind.Fork, CallDetails.None, "fork vfork clone clone3"),
        (CallKind.Execute, CallDetails.None, "execve"),
        (CallKind.Execute, CallDetails.PathSecond, "execveat"),
    ];

    /// <summary>The calls that are more than counted, by the kernel's name.</summary>
    public static Dictionary<string, CountedCall> ByName { get; } =
        s_rows.SelectMany(r => r.Names.Split(' ').Select(n => (n, new CountedCall(r.Kind, r.Details)))).ToDictionary();
}
