namespace Mesoscope.Events.Schema;

/// <summary>What kind of work an event is. The numbers are those of the capture format's public event table.</summary>
public enum EventCategory : ushort
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>None of the others.</summary>
    Other = 1,

    /// <summary>Work on files: open, stat, rename.</summary>
    File = 2,

    /// <summary>Work on sockets: connect, bind.</summary>
    Net = 3,

    /// <summary>Inter-process communication: pipe, futex.</summary>
    Ipc = 4,

    /// <summary>Memory: brk, mmap.</summary>
    Memory = 5,

    /// <summary>Processes: clone, execve.</summary>
    Process = 6,

    /// <summary>Sleep.</summary>
    Sleep = 7,

    /// <summary>The system as a whole: reboot, mount.</summary>
    System = 8,

    /// <summary>Signals.</summary>
    Signal = 9,

    /// <summary>Users and groups: setuid.</summary>
    User = 10,

    /// <summary>Clocks and timers.</summary>
    Time = 11,

    /// <summary>Work in user space; never a system call.</summary>
    Processing = 12,

    /// <summary>Reads.</summary>
    IoRead = 32,

    /// <summary>Writes.</summary>
    IoWrite = 33,

    /// <summary>Other work on a descriptor.</summary>
    IoOther = 34,

    /// <summary>Waits: poll, select.</summary>
    Wait = 64,

    /// <summary>Scheduler.</summary>
    Scheduler = 128,

    /// <summary>Made by a capture program, not shown.</summary>
    Internal = 256,
}
