namespace Mesoscope.Captures.Rotation;

/// <summary>When a capture goes on in a new file, and how many files are kept. All limits off: one file.</summary>
public readonly record struct RotationOptions
{
    /// <summary>A file's size in megabytes (1,000,000 bytes) after which the next begins; 0 for no limit.</summary>
    public int Megabytes { get; init; }

    /// <summary>Seconds of events in a file; 0 for no limit.</summary>
    public int Seconds { get; init; }

    /// <summary>Events in a file; 0 for no limit. As in sysdig the first file holds one less.</summary>
    public long Events { get; init; }

    /// <summary>Files to keep before the first is written anew; 0 for no limit.</summary>
    public int Files { get; init; }

    /// <summary>The events happen now: the first file's time is the clock's, not the first event's.</summary>
    public bool IsLive { get; init; }

    /// <summary>True when any limit can begin a new file.</summary>
    public bool IsRotating => Megabytes > 0 || Seconds > 0 || Events > 0;
}
