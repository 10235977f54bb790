namespace Mesoscope.Events.Schema;

/// <summary>What an event of a type does. The bits are those of the capture format's public event table.</summary>
[Flags]
public enum EventFlags
{
    /// <summary>Nothing worth a flag.</summary>
    None = 0,

    /// <summary>Makes a descriptor (open, socket, ...).</summary>
    CreatesFd = 1 << 0,

    /// <summary>Ends a descriptor (close).</summary>
    DestroysFd = 1 << 1,

    /// <summary>Works on a descriptor; the enter event's first parameter is its number.</summary>
    UsesFd = 1 << 2,

    /// <summary>Reads from a descriptor.</summary>
    ReadsFromFd = 1 << 3,

    /// <summary>Writes to a descriptor.</summary>
    WritesToFd = 1 << 4,

    /// <summary>Changes the machine's state: processed before any filter drops it.</summary>
    ModifiesState = 1 << 5,

    /// <summary>No event of this type is written.</summary>
    Unused = 1 << 6,

    /// <summary>Waits for something.</summary>
    Waits = 1 << 7,

    /// <summary>Does not touch what is remembered of the thread's last event.</summary>
    SkipsParserReset = 1 << 8,

    /// <summary>Only found in old captures.</summary>
    OldVersion = 1 << 9,

    /// <summary>May be dropped by consumers that only want the cheap overview.</summary>
    DropSimple = 1 << 10,

    /// <summary>Parameter lengths are 32 bits wide.</summary>
    LargePayload = 1 << 11,

    /// <summary>Newer readers convert this type to a later one.</summary>
    Converted = 1 << 12,
}
