using System.Threading.Channels;

namespace Mesoscope.Clusters.Connections;

/// <summary>Wakes one task; signals that come while it is busy count as one.</summary>
sealed class ChangeSignal
{
    readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something changed; does not wait.</summary>
    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a change that was not yet seen.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await _channel.Reader.ReadAsync(cancellation).ConfigureAwait(false);

    /// <summary>Waits for a change that was not yet seen, or until the time is over.</summary>
    /// <returns>False when the time was over first.</returns>
    public async Task<bool> WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(time);
        try
        {
            await WaitAsync(limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
