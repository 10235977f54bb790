namespace Mesoscope.Clusters.Clients;

/// <summary>How long and how much a server may answer.</summary>
public sealed record ClientLimits
{
    /// <summary>The limits for a poll interval: who asks every second should not wait five for an answer.</summary>
    /// <param name="interval">The time between two questions.</param>
    public static ClientLimits For(TimeSpan interval) =>
        new() { Stall = interval < s_second ? s_second : interval > s_stall ? s_stall : interval };

    // The reference's limit for connecting and for a whole request is 5 s.
    static readonly TimeSpan s_stall = TimeSpan.FromSeconds(5);
    static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    /// <summary>To connect, until the first byte, and for each further <see cref="StallBytes"/>; 5 s.</summary>
    public TimeSpan Stall { get; init; } = s_stall;

    /// <summary>Fewer bytes than this within <see cref="Stall"/> are no progress, unless the document ends; 4,096. A master that sends a byte a second is as good as silent.</summary>
    public int StallBytes { get; init; } = 4096;

    /// <summary>A whole document, in bytes after unpacking; 512 MiB.</summary>
    public long DocumentBytes { get; init; } = 512L << 20;

    /// <summary>One record of a stream, in bytes; 512 MiB, as the first one holds the whole state.</summary>
    public long RecordBytes { get; init; } = 512L << 20;

    /// <summary>Redirects that are followed for one question; 5.</summary>
    public int Redirects { get; init; } = 5;
}
