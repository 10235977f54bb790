namespace Mesoscope.Events;

/// <summary>What the writer of a capture said of one event. The bits are those of the event blocks with flags (0x208, 0x217, 0x222).</summary>
[Flags]
public enum EventBlockFlags
{
    /// <summary>An ordinary event.</summary>
    None = 0,

    /// <summary>Kept only for the machine's state: processed, never shown (written by <c>-F</c>).</summary>
    StateOnly = 1,

    /// <summary>A write that belongs to a tracer.</summary>
    Tracer = 2,

    /// <summary>Parameter lengths are 32 bits wide. Not stored in the file: the block's type says it.</summary>
    Large = 4,
}
