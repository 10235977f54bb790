namespace Mesoscope.Server.Storage;

/// <summary>Keeps what was measured, in tiers. Safe for several threads.</summary>
public interface IMetricStore
{
    /// <summary>
    /// Keeps samples of ten seconds; the coarser tiers follow from them. A sample that is there already stays as it is. Samples of a second become
    /// part of their ten seconds, unless those come as a whole too, and are shown alone for two minutes. Samples that come more than some minutes
    /// late are in the finest tier at once, and in the coarser ones within a minute.
    /// </summary>
    /// <param name="samples">What was measured, of any entities.</param>
    /// <param name="cancellation">Ends the waiting, not the writing.</param>
    /// <returns>Done when the samples outlive the process.</returns>
    ValueTask WriteAsync(IReadOnlyList<EntitySpan> samples, CancellationToken cancellation = default);

    /// <summary>Shows samples to a visitor: all that the tier has in the span, those of the newest minutes included.</summary>
    void Read(SampleRead read, ISampleVisitor visitor);

    /// <summary>The finest tier that reaches back to a moment.</summary>
    /// <param name="milliseconds">The moment, milliseconds since 1970.</param>
    Tier FinestTier(long milliseconds);
}
