namespace Mesoscope.Kernel.Scan;

/// <summary>What a scan reads.</summary>
public sealed record ScanOptions
{
    /// <summary>Folder that takes the place of <c>/</c>: its <c>proc</c>, <c>etc</c> and <c>sys</c> are read. Default: <c>/</c>.</summary>
    public string Root { get; init; } = "/";

    /// <summary>Tells the time that a scan counts from. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
