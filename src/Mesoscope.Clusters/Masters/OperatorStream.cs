using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Documents;

namespace Mesoscope.Clusters.Masters;

/// <summary>The events of a <c>SUBSCRIBE</c> call to a master. Disposing it ends the subscription.</summary>
sealed class OperatorStream(ClusterAnswer answer, Uri root, ClientLimits limits) : IDisposable
{
    // Mesos' default; the first event says the master's own.
    const double DefaultHeartbeatSeconds = 15;
    const double MaxHeartbeatSeconds = 3600;

    readonly RecordReader _records = new(answer.Body, limits.RecordBytes);

    /// <summary>The root of the API of the master that leads.</summary>
    public Uri Root => root;

    /// <summary>Waits for the next event, no longer than one heartbeat may take.</summary>
    /// <exception cref="ClusterException">The stream ended, is silent, or holds what cannot be read.</exception>
    public async Task<OperatorEvent> NextAsync(CancellationToken cancellation)
    {
        var record = await _records.NextAsync(cancellation).ConfigureAwait(false)
            ?? throw new ClusterException(ClusterFault.Ended, $"{answer.Url}: the master ended the stream of events");
        var documentLimits = new DocumentLimits { DocumentBytes = limits.RecordBytes };
        var e = await Task.Run(() => OperatorEventReader.Read(record, documentLimits), cancellation).ConfigureAwait(false);
        if (e.State is { IsUsable: false })
        {
            throw new ClusterException(ClusterFault.BadDocument, $"{answer.Url}: the first event holds no state of a master: {e.Faults}");
        }

        if (e.Kind == OperatorEventKind.Subscribed)
        {
            var heartbeat = e.HeartbeatSeconds is > 0 and <= MaxHeartbeatSeconds ? e.HeartbeatSeconds : DefaultHeartbeatSeconds;
            answer.ExpectEvery(TimeSpan.FromSeconds(heartbeat) + limits.Stall);
        }

        return e;
    }

    public void Dispose() => answer.Dispose();
}
