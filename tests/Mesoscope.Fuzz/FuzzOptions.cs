namespace Mesoscope.Fuzz;

/// <summary>How long to fuzz, and with what.</summary>
public sealed record FuzzOptions
{
    /// <summary>How many damaged captures; 1,000 by default.</summary>
    public long Count { get; init; } = 1000;

    /// <summary>Where the sequence begins; 1 by default.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Captures to damage; the repository's samples when empty.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Where a capture that broke something is kept; the folder for temporary files by default.</summary>
    public string FailureFolder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// Bytes that the reading of one damaged capture may allocate: the tables of a program's start, its buffers, and a few times what a whole
    /// sample takes. A length that is believed before its bytes are there exceeds it.
    /// </summary>
    public long MaxAllocatedBytes { get; init; } = 64 << 20;

    /// <summary>How long one damaged capture may take before the run is given up.</summary>
    public TimeSpan MaxTimePerCapture { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Called now and then with the number of captures done.</summary>
    public Action<long>? Progress { get; init; }
}
