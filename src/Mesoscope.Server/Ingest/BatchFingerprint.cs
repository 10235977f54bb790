using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Ingest;

// Tells batches with the same number apart: over what was measured, which is the same each time a batch is sent.
static class BatchFingerprint
{
    // FNV-1a, 64 bits.
    const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(SampleBatch batch)
    {
        var hash = Basis;
        foreach (var set in batch.SampleSets)
        {
            hash = Mix(Mix(hash, (ulong)set.TimeMs), (ulong)set.Entities.Count);
            foreach (var entity in set.Entities)
            {
                hash = Mix(hash, entity.Entity);
                hash = entity.Sums.Count > 0 ? Mix(hash, BitConverter.DoubleToUInt64Bits(entity.Sums[0])) : hash;
            }
        }

        foreach (var happening in batch.Happenings)
        {
            hash = Mix(hash, (ulong)happening.TimeMs);
        }

        return Mix(hash, (ulong)batch.Entities.Count);
    }

    // The newest moment that was measured, by the agent's clock; 0 without samples.
    public static long NewestSample(SampleBatch batch) => batch.SampleSets.Count == 0 ? 0 : batch.SampleSets.Max(s => s.TimeMs);

    static ulong Mix(ulong hash, ulong value)
    {
        for (var i = 0; i < 8; i++)
        {
            hash = (hash ^ (byte)(value >> (8 * i))) * Prime;
        }

        return hash;
    }
}
