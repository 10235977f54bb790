namespace Mesoscope.Events.Schema;

/// <summary>Where events of a type come from.</summary>
public enum EventKind : byte
{
    /// <summary>Nowhere: the number is a place holder.</summary>
    Unused,

    /// <summary>A system call's entry or return.</summary>
    Syscall,

    /// <summary>A kernel tracepoint: switch, process exit, page fault, signal.</summary>
    Tracepoint,

    /// <summary>A plugin of a capture program.</summary>
    Plugin,

    /// <summary>Made by the capture program: container, user, mesos, drop.</summary>
    Metaevent,

    /// <summary>A kernel iterator.</summary>
    Iterator,
}
