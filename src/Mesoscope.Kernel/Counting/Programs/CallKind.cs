namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>What kind of call it is for the counters. Keep in sync with <c>enum call_kind</c> in bpf/counting/counting.h.</summary>
enum CallKind : byte
{
    /// <summary>Only counted.</summary>
    Other,

    /// <summary>Data to or from the descriptor in the first argument.</summary>
    Transfer,

    /// <summary>The same for a vector of messages.</summary>
    Messages,

    /// <summary>Data from one descriptor to another.</summary>
    Copy,

    /// <summary>Opens a path.</summary>
    Open,

    /// <summary>Begins a connection.</summary>
    Connect,

    /// <summary>Accepts a connection.</summary>
    Accept,

    /// <summary>Another call on the descriptor in the first argument.</summary>
    Descriptor,

    /// <summary>Gives a socket an address.</summary>
    Bind,

    /// <summary>Begins to listen.</summary>
    Listen,

    /// <summary>Another call on a path.</summary>
    Path,

    /// <summary>Makes a socket.</summary>
    Socket,

    /// <summary>Makes a process or thread: returns twice.</summary>
    Fork,

    /// <summary>Executes a program.</summary>
    Execute,
}
