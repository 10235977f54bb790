using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>A call that failed: <c>struct failure_record</c> in bpf/counting/failure.h.</summary>
[StructLayout(LayoutKind.Sequential)]
struct FailureRecord
{
    /// <summary>In <see cref="TextKind"/>: the text is a path.</summary>
    public const ushort Path = 1;

    /// <summary>In <see cref="TextKind"/>: the text is a struct sockaddr.</summary>
    public const ushort SocketAddress = 2;

    /// <summary><see cref="RecordKind.Failure"/>.</summary>
    public RecordKind Kind;

    /// <summary>Number of the call.</summary>
    public int Call;

    /// <summary>The thread.</summary>
    public int ThreadId;

    /// <summary>The process.</summary>
    public int ProcessId;

    /// <summary>Nanoseconds since 1970.</summary>
    public ulong Time;

    /// <summary>The control group.</summary>
    public ulong ControlGroup;

    /// <summary>Name of the thread.</summary>
    public NameBytes Name;

    /// <summary>The call's arguments.</summary>
    public Words6 Arguments;

    /// <summary>Positive, as in errno.h.</summary>
    public int Error;

    /// <summary>Inode of the network namespace.</summary>
    public uint NetworkNamespace;

    /// <summary>Protocol of the socket, as in linux/in.h.</summary>
    public ushort Protocol;

    /// <summary>What the text is; 0 for none.</summary>
    public ushort TextKind;

    /// <summary>How much of the text there is.</summary>
    public int TextLength;

    /// <summary>Path or address.</summary>
    public TextBytes Text;
}
