namespace Mesoscope.Server.Storage;

/// <summary>The two stores, and the way to write to both at once. Safe for several threads.</summary>
public interface IStore
{
    /// <summary>What was measured.</summary>
    IMetricStore Metrics { get; }

    /// <summary>Everything else.</summary>
    IRecordStore Records { get; }

    /// <summary>Why nothing can be stored just now, such as a full disk; null while all is well.</summary>
    string? Trouble { get; }

    /// <summary>
    /// Keeps what a batch brings, all of it or nothing. Where the two stores are two programs, all or nothing means: entities, samples, happenings,
    /// documents, in this order, so that a batch that comes again after a failure half-way changes nothing that is there.
    /// </summary>
    /// <param name="write">The batch's contents.</param>
    /// <param name="cancellation">Ends the waiting, not the writing.</param>
    /// <returns>Done when it outlives the process.</returns>
    /// <exception cref="StoreException">It could not be kept; <see cref="Trouble"/> says why.</exception>
    ValueTask WriteAsync(StoreWrite write, CancellationToken cancellation = default);
}
