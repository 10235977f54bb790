namespace Mesoscope.Machine;

/// <summary>How much of a machine is kept. What is refused beyond a limit is counted.</summary>
public readonly record struct MachineLimits()
{
    /// <summary>Most threads; the default is that of sysdig.</summary>
    public int Threads { get; init; } = 131_072;

    /// <summary>Most descriptors of one process; the default is that of sysdig.</summary>
    public int DescriptorsPerProcess { get; init; } = 4096;

    /// <summary>
    /// Most containers, 8,192. When there are as many, those in which no thread runs are forgotten; a machine has some hundred at once, but
    /// a capture of weeks sees more come and go than memory holds.
    /// </summary>
    public int Containers { get; init; } = 8192;
}
