namespace Mesoscope.Machine.Threads;

/// <summary>Properties of a thread. The bits are the clone flags of the capture format (PPM_CL_).</summary>
[Flags]
public enum ThreadFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Shares the descriptor table with its process.</summary>
    SharesFiles = 1u << 0,

    /// <summary>Shares root, working directory and mask.</summary>
    SharesFileSystem = 1u << 1,

    /// <summary>Shares the I/O context.</summary>
    SharesIo = 1u << 2,

    /// <summary>Made in a new IPC namespace.</summary>
    NewIpc = 1u << 3,

    /// <summary>Made in a new network namespace.</summary>
    NewNet = 1u << 4,

    /// <summary>Made in a new mount namespace.</summary>
    NewMount = 1u << 5,

    /// <summary>Made in a new pid namespace.</summary>
    NewPid = 1u << 6,

    /// <summary>Made in a new UTS namespace.</summary>
    NewUts = 1u << 7,

    /// <summary>Has the same parent as its maker.</summary>
    SameParent = 1u << 8,

    /// <summary>The id was stored in the parent's memory.</summary>
    ParentSetTid = 1u << 9,

    /// <summary>Traced as its parent is.</summary>
    Traced = 1u << 10,

    /// <summary>Shares signal handlers.</summary>
    SharesSignalHandlers = 1u << 11,

    /// <summary>Shares System V semaphore adjustments.</summary>
    SharesSemaphores = 1u << 12,

    /// <summary>Belongs to its maker's process.</summary>
    Thread = 1u << 13,

    /// <summary>Cannot be traced by force.</summary>
    Untraced = 1u << 14,

    /// <summary>Shares memory.</summary>
    SharesMemory = 1u << 15,

    /// <summary>The child's return from clone was seen before the parent's.</summary>
    CloneInverted = 1u << 16,

    /// <summary>Its name changed since the start.</summary>
    NameChanged = 1u << 17,

    /// <summary>Has ended and waits for its removal.</summary>
    Closed = 1u << 18,

    /// <summary>Has made an event in this capture.</summary>
    Active = 1u << 19,

    /// <summary>Made in a new user namespace.</summary>
    NewUser = 1u << 20,

    /// <summary>Is the source of a shell pipe.</summary>
    PipeSource = 1u << 21,

    /// <summary>Is the destination of a shell pipe.</summary>
    PipeDestination = 1u << 22,

    /// <summary>The id is cleared in the child's memory at its end.</summary>
    ChildClearTid = 1u << 23,

    /// <summary>The id was stored in the child's memory.</summary>
    ChildSetTid = 1u << 24,

    /// <summary>Has thread-local storage of its own.</summary>
    SetTls = 1u << 25,

    /// <summary>Was made stopped.</summary>
    Stopped = 1u << 26,

    /// <summary>Made by vfork.</summary>
    VFork = 1u << 27,

    /// <summary>Made in a new control group namespace.</summary>
    NewCgroup = 1u << 28,

    /// <summary>The child lives in a pid namespace that is not the initial one.</summary>
    ChildInPidNamespace = 1u << 29,

    /// <summary>Is the main thread of its process.</summary>
    IsMainThread = 1u << 30,
}
