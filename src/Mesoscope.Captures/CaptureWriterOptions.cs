namespace Mesoscope.Captures;

/// <summary>How a capture is written.</summary>
public readonly record struct CaptureWriterOptions
{
    /// <summary>Write gzip. Default: false.</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Hand every event to the system at once, for a reader that follows. Default: false, which is many times faster.</summary>
    public bool IsUnbuffered { get; init; }

    /// <summary>
    /// Put the fields of threads that came after sysdig 0.29.3 behind those that it knows, where only this program finds them. Otherwise
    /// they are put where later writers put them, which makes 0.29.3 show a wrong login uid. Default: false.
    /// </summary>
    public bool KeepsReferenceOrder { get; init; }

    /// <summary>Files that are being read: writing to one of them is refused, whatever name it goes by. Default: none.</summary>
    public IReadOnlyList<string>? InputPaths { get; init; }
}
