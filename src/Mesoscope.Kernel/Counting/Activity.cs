using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Counting;

/// <summary>
/// What threads did in a span of time. A call counts when it returns; of one that never does (exit_group) there is nothing. Files are
/// regular files and folders, net is sockets of the internet families (TCP, UDP, raw; loopback at both ends); pipes, terminals, Unix sockets
/// and the like are neither. Which of them a call is about is decided by its descriptor when it returns.
/// </summary>
/// <remarks>The layout is that of <c>struct activity</c> in bpf/counting.h: keep them in sync.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Activity
{
    /// <summary>System calls that returned.</summary>
    public ulong Calls { get; init; }

    /// <summary>System calls that returned an error, whichever.</summary>
    public ulong Errors { get; init; }

    /// <summary>Reads of files that succeeded, those at the end of the file included.</summary>
    public ulong FileReads { get; init; }

    /// <summary>Writes of files that succeeded.</summary>
    public ulong FileWrites { get; init; }

    /// <summary>Bytes read from files.</summary>
    public ulong FileBytesIn { get; init; }

    /// <summary>Bytes written to files.</summary>
    public ulong FileBytesOut { get; init; }

    /// <summary>Nanoseconds in reads of files, failed ones included.</summary>
    public ulong FileTimeIn { get; init; }

    /// <summary>Nanoseconds in writes of files, failed ones included.</summary>
    public ulong FileTimeOut { get; init; }

    /// <summary>Opens that succeeded, whatever the path names.</summary>
    public ulong FileOpens { get; init; }

    /// <summary>Opens that failed.</summary>
    public ulong FileOpenErrors { get; init; }

    /// <summary>Calls on files and paths that failed, opens included; EAGAIN and EINTR are no failures here.</summary>
    public ulong FileErrors { get; init; }

    /// <summary>Sends and receives that succeeded.</summary>
    public ulong NetOperations { get; init; }

    /// <summary>Bytes received; those only peeked at are not counted.</summary>
    public ulong NetBytesIn { get; init; }

    /// <summary>Bytes sent.</summary>
    public ulong NetBytesOut { get; init; }

    /// <summary>Nanoseconds in sends, receives, connects and accepts, failed ones and waiting included.</summary>
    public ulong NetTime { get; init; }

    /// <summary>Calls on sockets that failed; EAGAIN, EINTR, EINPROGRESS and EALREADY are no failures here.</summary>
    public ulong NetErrors { get; init; }

    /// <summary>Connections accepted.</summary>
    public ulong ConnectionsIn { get; init; }

    /// <summary>Connections begun with connect, of stream sockets; one that goes on in the background (EINPROGRESS) counts once.</summary>
    public ulong ConnectionsOut { get; init; }

    /// <summary>Page faults that did not have to read a disk; the kernel's own count.</summary>
    public ulong MinorFaults { get; init; }

    /// <summary>Page faults that had to read a disk; the kernel's own count.</summary>
    public ulong MajorFaults { get; init; }

    /// <summary>Programs executed.</summary>
    public ulong ProcessStarts { get; init; }

    /// <summary>Processes that ended: last threads.</summary>
    public ulong ProcessEnds { get; init; }

    /// <summary>The sum, number by number.</summary>
    public static Activity operator +(in Activity left, in Activity right) => Add(left, right);

    /// <summary>The sum, number by number.</summary>
    public static Activity Add(in Activity left, in Activity right)
    {
        var sum = left;
        var target = MemoryMarshal.Cast<Activity, ulong>(new Span<Activity>(ref sum));
        var added = MemoryMarshal.Cast<Activity, ulong>(new ReadOnlySpan<Activity>(in right));
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += added[i];
        }

        return sum;
    }
}
