namespace Mesoscope.Kernel.Counting;

/// <summary>How the kernel counts.</summary>
public sealed record CountingOptions
{
    /// <summary>
    /// Bytes of the ring in which ended threads and happenings come, rounded up to a power of two: about 300 for each. Default 4 MiB, which
    /// holds 14,000; 64 KiB to 256 MiB.
    /// </summary>
    public int RingBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Connections that are counted at once; reading costs a little for each place, used or not. Default 32,768; 0 for none.</summary>
    public int MaxConnections { get; init; } = 32_768;

    /// <summary>False leaves out all times, which makes calls on files and sockets cheaper. Default true.</summary>
    public bool MeasuresTime { get; init; } = true;

    /// <summary>How long a control group is young: that long its failed calls are told. Default a minute.</summary>
    public TimeSpan YoungTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Failed calls told of a young control group in a second. Default 256; likely harmless ones (ENOENT of a search along a path) get half of it.</summary>
    public int FailedCallsPerSecond { get; init; } = 256;
}
