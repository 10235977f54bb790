namespace Mesoscope.Machine.Descriptors;

/// <summary>Facts about a descriptor that events made known.</summary>
[Flags]
public enum DescriptorFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Found in the first state, not made by an event.</summary>
    FromProc = 1 << 0,

    /// <summary>The thread's end is the client.</summary>
    RoleClient = 1 << 2,

    /// <summary>The thread's end is the server.</summary>
    RoleServer = 1 << 3,

    /// <summary>Between close enter and close exit.</summary>
    CloseInProgress = 1 << 4,

    /// <summary>The number was given out again between close enter and close exit.</summary>
    CloseCanceled = 1 << 5,

    /// <summary>One end of a pipe or socket pair.</summary>
    SocketPipe = 1 << 6,

    /// <summary>A file that tracers are written to.</summary>
    TracerFile = 1 << 7,

    /// <summary>A descriptor that tracers are written to.</summary>
    TracerFd = 1 << 8,

    /// <summary>Known not to be a tracer descriptor.</summary>
    NotTracerFd = 1 << 9,

    /// <summary>A connected socket.</summary>
    SocketConnected = 1 << 13,

    /// <summary>Copied from another process at its start.</summary>
    Cloned = 1 << 14,

    /// <summary>A non-blocking connect is under way.</summary>
    ConnectionPending = 1 << 15,

    /// <summary>The last connect failed.</summary>
    ConnectionFailed = 1 << 16,

    /// <summary>A file in the upper layer of an overlay, where a container's writes go.</summary>
    UpperLayer = 1 << 17,

    /// <summary>A file in a lower layer of an overlay, a container's image.</summary>
    LowerLayer = 1 << 18,
}
