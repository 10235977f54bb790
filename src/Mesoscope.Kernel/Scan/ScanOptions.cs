namespace Mesoscope.Kernel.Scan;

/// <summary>What a scan reads.</summary>
public sealed record ScanOptions
{
    /// <summary>Folder that takes the place of <c>/</c>: its <c>proc</c>, <c>etc</c> and <c>sys</c> are read. Default: <c>/</c>.</summary>
    public string Root { get; init; } = "/";

    /// <summary>
    /// Whether programs in the kernel (iterators) may tell what they can, which costs a fraction of the time; where the kernel does not take them, and where
    /// <see cref="Root"/> is not <c>/</c>, the process file system tells all. Default: true.
    /// </summary>
    public bool UsesIterators { get; init; } = true;

    /// <summary>Tells the time that a scan counts from. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
