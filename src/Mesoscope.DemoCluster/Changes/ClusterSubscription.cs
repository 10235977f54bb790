using System.Threading.Channels;
using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Changes;

/// <summary>The state at the moment of subscribing, and every event since. Dispose ends it.</summary>
sealed class ClusterSubscription : IDisposable
{
    /// <summary>Events that may wait for a slow reader; more, and the reader is cut off as a real master does it.</summary>
    const int MaxWaiting = 100_000;

    readonly Channel<ClusterEvent> _channel = Channel.CreateBounded<ClusterEvent>(MaxWaiting);
    readonly Action<ClusterSubscription> _end;

    internal ClusterSubscription(ClusterState state, Action<ClusterSubscription> end)
    {
        State = state;
        _end = end;
    }

    public ClusterState State { get; }

    /// <summary>Completes when the subscription was cut off.</summary>
    public ChannelReader<ClusterEvent> Events => _channel.Reader;

    public void Publish(ClusterEvent happened)
    {
        if (!_channel.Writer.TryWrite(happened))
        {
            Cut();
        }
    }

    public void Cut() => _channel.Writer.TryComplete();

    public void Dispose() => _end(this);
}
