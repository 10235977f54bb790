namespace Mesoscope.Clusters.Clients;

/// <summary>
/// A body that cannot hang its reader: each wait has an end, a trickle counts as silence, and no more than the limit is handed out.
/// </summary>
sealed class GuardedStream(Stream inner, Uri url, ClientLimits limits, bool isEndless, CancellationToken cancellation) : AnswerStream
{
    long _total;
    long _windowBytes;
    long _windowStart = Environment.TickCount64;

    /// <summary>How long a read may wait; an endless stream's is set by who knows its heartbeat.</summary>
    public TimeSpan Stall { get; set; } = limits.Stall;

    /// <summary>How many bytes were handed out.</summary>
    public long Total => _total;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation, cancellationToken);
        deadline.CancelAfter(Stall);
        try
        {
            var count = await inner.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            Count(count);
            return count;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ClusterException(ClusterFault.TimedOut, $"{url}: nothing came for {Stall.TotalSeconds:0.#} s, {_total} bytes into the answer", e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            throw new ClusterException(ClusterFault.Ended, $"{url}: the answer broke off after {_total} bytes: {e.Message}", e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    void Count(int count)
    {
        if (isEndless)
        {
            _total += count;
            return;
        }

        _total += count;
        if (_total > limits.DocumentBytes)
        {
            throw new ClusterException(ClusterFault.TooLarge, $"{url}: the answer is longer than {limits.DocumentBytes} bytes; a document ends before that");
        }

        _windowBytes += count;
        var elapsed = Environment.TickCount64 - _windowStart;
        if (elapsed < limits.Stall.TotalMilliseconds)
        {
            return;
        }

        if (count > 0 && _windowBytes < limits.StallBytes)
        {
            throw new ClusterException(
                ClusterFault.TimedOut, $"{url}: only {_windowBytes} bytes came in {elapsed / 1000.0:0.#} s; expected {limits.StallBytes} or the end");
        }

        _windowBytes = 0;
        _windowStart = Environment.TickCount64;
    }
}
