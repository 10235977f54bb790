using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>Where the versions of the clone events hold what. The first parameters are the same in all.</summary>
/// <param name="Flags">Index of the flags; user and group follow.</param>
/// <param name="HasComm">Whether the command name is told apart from the executable.</param>
/// <param name="HasMemory">Whether page faults and memory are there.</param>
/// <param name="HasVirtualIds">Whether control groups and the ids inside the pid namespace are there.</param>
readonly record struct CloneLayout(int Flags, bool HasComm, bool HasMemory, bool HasVirtualIds)
{
    public const int Exe = 1;
    public const int Arguments = 2;
    public const int Pid = 4;
    public const int ParentTid = 5;
    public const int DescriptorLimit = 7;
    public const int MajorFaults = 8;
    public const int Comm = 13;
    public const int Cgroups = 14;
    public const int VirtualTid = 18;
    public const int VirtualPid = 19;
    public const int NamespaceInitTime = 20;

    /// <summary>The layout of a type.</summary>
    public static CloneLayout Of(EventType type) => type switch
    {
        EventType.SyscallCloneV11Exit => new(8, false, false, false),
        EventType.SyscallCloneV16Exit or EventType.SyscallForkExit or EventType.SyscallVforkExit => new(13, false, true, false),
        EventType.SyscallCloneV17Exit or EventType.SyscallForkV17Exit or EventType.SyscallVforkV17Exit => new(14, true, true, false),
        _ => new(15, true, true, true),
    };

    /// <summary>Reads what the event tells of the child itself. Texts that are the parent's are shared with it.</summary>
    public void ReadInto(ThreadState child, ThreadState parent, Event e)
    {
        child.Exe = Shared(e.Text(Exe), parent.Exe);
        child.Comm = HasComm ? Shared(e.Text(Comm), parent.Comm) : child.Exe;
        child.Arguments = Shared(e.Parameter(Arguments), parent.Arguments);
        child.DescriptorLimit = e.Int64(DescriptorLimit);
        if (HasMemory)
        {
            child.MajorFaults = e.UInt64(MajorFaults);
            child.MinorFaults = e.UInt64(MajorFaults + 1);
            child.VirtualMemoryKiB = e.UInt32(MajorFaults + 2);
            child.ResidentMemoryKiB = e.UInt32(MajorFaults + 3);
            child.SwapMemoryKiB = e.UInt32(MajorFaults + 4);
        }

        child.Uid = e.UInt32(Flags + 1);
        child.Gid = e.UInt32(Flags + 2);
    }

    static byte[] Shared(ReadOnlySpan<byte> text, byte[] known) => text.SequenceEqual(known) ? known : text.ToArray();
}
