namespace Mesoscope.Machine;

/// <summary>How much of a machine is kept. What is refused beyond a limit is counted.</summary>
public readonly record struct MachineLimits()
{
    /// <summary>Most threads; the default is that of sysdig.</summary>
    public int Threads { get; init; } = 131_072;

    /// <summary>Most descriptors of one process; the default is that of sysdig.</summary>
    public int DescriptorsPerProcess { get; init; } = 4096;
}
