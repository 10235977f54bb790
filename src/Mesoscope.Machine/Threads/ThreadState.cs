using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Threads;

/// <summary>
/// One thread as the events so far made it. Texts are UTF-8 bytes without NUL and are replaced, never changed in place, so a
/// reference taken from here stays valid. Written by the state engine only.
/// </summary>
public sealed class ThreadState
{
    /// <summary>Thread id.</summary>
    public long Tid { get; set; }

    /// <summary>Process id: the id of the main thread.</summary>
    public long Pid { get; set; }

    /// <summary>Id of the parent; -1 when not known.</summary>
    public long ParentTid { get; set; } = -1;

    /// <summary>Session id; -1 when not known.</summary>
    public long SessionId { get; set; } = -1;

    /// <summary>Process group id in its own pid namespace; -1 when not known.</summary>
    public long VirtualGroupId { get; set; } = -1;

    /// <summary>Process group id; -1 when not known.</summary>
    public long GroupId { get; set; } = -1;

    /// <summary>Thread id in its own pid namespace.</summary>
    public long VirtualTid { get; set; } = -1;

    /// <summary>Process id in its own pid namespace.</summary>
    public long VirtualPid { get; set; } = -1;

    /// <summary>Command name.</summary>
    public byte[] Comm { get; set; } = [];

    /// <summary>First word of the command line.</summary>
    public byte[] Exe { get; set; } = [];

    /// <summary>Full path of the executable.</summary>
    public byte[] ExePath { get; set; } = [];

    /// <summary>Arguments after the first word, each ended by NUL, as stored.</summary>
    public byte[] Arguments { get; set; } = [];

    /// <summary>Environment, each variable ended by NUL, as stored.</summary>
    public byte[] Environment { get; set; } = [];

    /// <summary>Working directory as last set on this thread; ask the machine's look-up for the effective one.</summary>
    public byte[] WorkingDirectory { get; set; } = [];

    /// <summary>Root directory; empty when not known.</summary>
    public byte[] Root { get; set; } = [];

    /// <summary>Control groups, <c>subsystem=path</c>, each ended by NUL, as stored.</summary>
    public byte[] Cgroups { get; set; } = [];

    /// <summary>Container id; empty for a thread of the host.</summary>
    public byte[] ContainerId { get; set; } = [];

    /// <summary>What it is there for in its container.</summary>
    public ThreadCategory Category { get; set; }

    /// <summary>Properties.</summary>
    public ThreadFlags Flags { get; set; } = ThreadFlags.NameChanged;

    /// <summary>Highest number of descriptors; -1 when not known.</summary>
    public long DescriptorLimit { get; set; } = -1;

    /// <summary>User id; all ones when not known.</summary>
    public uint Uid { get; set; } = uint.MaxValue;

    /// <summary>Group id; all ones when not known.</summary>
    public uint Gid { get; set; } = uint.MaxValue;

    /// <summary>Login user id; -1 for a thread of which nothing is known.</summary>
    public int LoginUid { get; set; }

    /// <summary>Virtual memory in KiB.</summary>
    public uint VirtualMemoryKiB { get; set; }

    /// <summary>Resident memory in KiB.</summary>
    public uint ResidentMemoryKiB { get; set; }

    /// <summary>Swapped memory in KiB.</summary>
    public uint SwapMemoryKiB { get; set; }

    /// <summary>Major page faults since the start.</summary>
    public ulong MajorFaults { get; set; }

    /// <summary>Minor page faults since the start.</summary>
    public ulong MinorFaults { get; set; }

    /// <summary>Nanoseconds since 1970 when the thread was made; 0 when not known.</summary>
    public ulong CloneTime { get; set; }

    /// <summary>Controlling terminal number; 0 for none.</summary>
    public int Tty { get; set; }

    /// <summary>How many children are alive.</summary>
    public long ChildCount { get; set; }

    /// <summary>Whether the executable's file was writable by its user.</summary>
    public bool IsExeWritable { get; set; }

    /// <summary>Whether the executable lies in an overlay's upper layer.</summary>
    public bool IsExeUpperLayer { get; set; }

    /// <summary>Whether the executable lies in an overlay's lower layer.</summary>
    public bool IsExeLowerLayer { get; set; }

    /// <summary>Whether the executable is a memfd.</summary>
    public bool IsExeFromMemFd { get; set; }

    /// <summary>Inode of the executable; 0 when not known.</summary>
    public ulong ExeInode { get; set; }

    /// <summary>Nanoseconds since 1970 of the executable's last inode change; 0 when not known.</summary>
    public ulong ExeChangeTime { get; set; }

    /// <summary>Nanoseconds since 1970 of the executable's last content change; 0 when not known.</summary>
    public ulong ExeModificationTime { get; set; }

    /// <summary>Inherited capabilities.</summary>
    public ulong InheritableCapabilities { get; set; }

    /// <summary>Permitted capabilities.</summary>
    public ulong PermittedCapabilities { get; set; }

    /// <summary>Effective capabilities.</summary>
    public ulong EffectiveCapabilities { get; set; }

    /// <summary>Nanoseconds since 1970 when init of its pid namespace started; 0 when not known.</summary>
    public ulong NamespaceInitTime { get; set; }

    /// <summary>The descriptor of the last event that has one; -1 when the last enter event had none.</summary>
    public long LastEventFd { get; set; }

    /// <summary>The type of the last enter event; <see cref="NoEventType"/> for none.</summary>
    public EventType LastEventType { get; set; } = NoEventType;

    /// <summary>True while the exit event under hand is the pair of the remembered enter event.</summary>
    public bool IsLastEventValid { get; set; }

    /// <summary>Copy of the last enter event that its exit needs, or null; valid for <see cref="LastEventDataLength"/> bytes.</summary>
    public byte[]? LastEventData { get; set; }

    /// <summary>Bytes in use of <see cref="LastEventData"/>; 0 when no event is remembered.</summary>
    public int LastEventDataLength { get; set; }

    /// <summary>For a remembered event of format 1 the number of its parameters; otherwise -1, as its header holds it.</summary>
    internal int LastEventParameterCount { get; set; }

    /// <summary>What the block of the remembered event said.</summary>
    internal EventBlockFlags LastEventBlockFlags { get; set; }

    /// <summary>Time of the thread's last event; 0 for none.</summary>
    public ulong LastEventTime { get; set; }

    /// <summary>Time of the event before the last; 0 for none.</summary>
    public ulong PreviousEventTime { get; set; }

    /// <summary>When the thread was last looked up; decides who goes first from a full table.</summary>
    public ulong LastAccessTime { get; set; }

    /// <summary>Time of the last enter event; 0 for none.</summary>
    public ulong EnterTime { get; set; }

    /// <summary>Nanoseconds between the last enter event and its exit; 0 when not known.</summary>
    public ulong Latency { get; set; }

    /// <summary>The descriptors, own ones; a thread that shares its process's table uses the main thread's.</summary>
    public DescriptorTable Descriptors { get; } = new();

    /// <summary>What other parts keep with the thread (tracers, CPU time), by the part's own type; null until used.</summary>
    public object?[]? Extensions { get; set; }

    /// <summary>The Mesos task that it works for, once looked up; asked for by the matcher only.</summary>
    internal Orchestration.Mesos.TaskMatch? TaskMatch { get; set; }

    /// <summary>The main thread, once looked up; void when that <see cref="IsRemoved"/>.</summary>
    internal ThreadState? MainThread { get; set; }

    /// <summary>True when the thread is not in the table (any more).</summary>
    internal bool IsRemoved { get; set; } = true;

    /// <summary>Not the number of any event type.</summary>
    public const EventType NoEventType = (EventType)ushort.MaxValue;

    /// <summary>True for the main thread of a process.</summary>
    public bool IsMainThread => Tid == Pid || (Flags & ThreadFlags.IsMainThread) != 0;

    /// <summary>Points a view at the remembered enter event. False, and nothing done, when there is none or the event under hand is not its exit.</summary>
    public bool TryAttachEnterEvent(Event view)
    {
        if (!IsLastEventValid || LastEventDataLength == 0)
        {
            return false;
        }

        view.Attach(LastEventData!, 0, LastEventDataLength, 0, LastEventBlockFlags, LastEventParameterCount);
        return true;
    }
}
