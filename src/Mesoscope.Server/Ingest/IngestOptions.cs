namespace Mesoscope.Server.Ingest;

/// <summary>What the server takes of one agent, and how much.</summary>
public sealed record IngestOptions
{
    /// <summary>Bytes of a batch, unpacked; 16 MiB by default.</summary>
    public int MaxBatchBytes { get; init; } = 16 << 20;

    /// <summary>Messages inside a batch, however small; 600,000 by default. Small ones take many times their size in memory.</summary>
    public int MaxBatchMessages { get; init; } = 600_000;

    /// <summary>Samples of a batch, a metric's value of an entity each; 1,000,000 by default.</summary>
    public int MaxBatchSamples { get; init; } = 1_000_000;

    /// <summary>Batches of an agent in a minute; 1,200 by default, enough to catch up on an hour in less than a minute.</summary>
    public int MaxBatchesPerMinute { get; init; } = 1_200;

    /// <summary>Batches that are worked on at the same time; 32 by default. Others wait, and of those that wait for too many turns some are sent away.</summary>
    public int MaxConcurrentBatches { get; init; } = 32;

    /// <summary>Batches that may wait for their turn; 512 by default. Further ones are told to come later.</summary>
    public int MaxWaitingBatches { get; init; } = 512;

    /// <summary>Wrong keys from one address in a minute that are answered at once; 30 by default. Further ones are told to come later.</summary>
    public int MaxWrongKeysPerMinute { get; init; } = 30;

    /// <summary>Samples that are older are refused; 23 hours by default, an hour less than samples of ten seconds are kept, so that the coarser tiers can still be made of them.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(23);

    /// <summary>Silence of an agent after which what it measured is presumed to have ended; 10 minutes by default.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromMinutes(10);
}
