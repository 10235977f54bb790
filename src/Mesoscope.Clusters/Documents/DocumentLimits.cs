namespace Mesoscope.Clusters.Documents;

/// <summary>How much of a document is believed. What is beyond a limit is left out and counted as a fault.</summary>
public sealed record DocumentLimits
{
    /// <summary>The limits unless somebody says otherwise.</summary>
    public static readonly DocumentLimits Default = new();

    /// <summary>Bytes of a document. Defaults to 536,870,912 (512 MiB); the largest states seen are around 100 MB.</summary>
    public long DocumentBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Bytes of one token of JSON, which must fit in memory as a whole. Defaults to 67,108,864 (64 MiB).</summary>
    public int TokenBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes of a text that is kept: a name, or a label's key or value. Defaults to 65,536 (64 KiB).</summary>
    public int TextBytes { get; init; } = 64 * 1024;

    /// <summary>Tasks of a document. Defaults to 200,000.</summary>
    public int Tasks { get; init; } = 200_000;

    /// <summary>Levels of nesting. Defaults to 1,000,000: deep parts are passed over without recursion, so they cost only time.</summary>
    public int Depth { get; init; } = 1_000_000;
}
