using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Ingest;

// Lets so many batches in at a time, and so many wait; memory is bounded by it. Safe for several threads.
sealed class Turns(IngestOptions options) : IDisposable
{
    readonly SemaphoreSlim _free = new(options.MaxConcurrentBatches);
    int _waiting;

    // A turn; it ends when it is disposed.
    public async Task<IDisposable> WaitAsync(int retrySeconds, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > options.MaxWaitingBatches)
        {
            Interlocked.Decrement(ref _waiting);
            throw new BatchRejectedException(StatusCodes.Status503ServiceUnavailable, "busy", "more batches wait than the server can take in", retrySeconds);
        }

        try
        {
            await _free.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
