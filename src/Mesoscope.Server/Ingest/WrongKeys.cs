using System.Collections.Concurrent;
using System.Net;
using Mesoscope.Server.Catalog;

namespace Mesoscope.Server.Ingest;

// Slows down who tries keys. A right key always passes: an address may be shared. Safe for several threads.
sealed class WrongKeys(IngestOptions options, TimeProvider time)
{
    const int MaxAddresses = 10_000;

    readonly ConcurrentDictionary<IPAddress, TokenBucket> _buckets = new();

    // False when the address has shown too many wrong keys.
    public bool TryTake(IPAddress? address)
    {
        if (_buckets.Count >= MaxAddresses)
        {
            _buckets.Clear();
        }

        var bucket = _buckets.GetOrAdd(address ?? IPAddress.None, static (_, perMinute) => new TokenBucket(perMinute), options.MaxWrongKeysPerMinute);
        lock (bucket)
        {
            return bucket.TryTake(time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }
}
