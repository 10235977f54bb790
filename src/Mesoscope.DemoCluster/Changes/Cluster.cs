using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Changes;

/// <summary>Holds the cluster's state and tells every change of it to the open streams, in order. Safe for several threads.</summary>
sealed class Cluster(ClusterState state, TimeProvider time)
{
    readonly Lock _gate = new();
    readonly List<ClusterSubscription> _subscriptions = [];
    ClusterState _state = state;

    public ClusterState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    public TimeProvider Time => time;

    /// <summary>Seconds since 1970, as Mesos writes times.</summary>
    public double Now => time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Replaces the state by what <paramref name="change"/> makes of it; the events that it adds go out with the new state.</summary>
    public void Change(Func<ClusterState, ICollection<ClusterEvent>, ClusterState> change)
    {
        lock (_gate)
        {
            var events = new List<ClusterEvent>();
            _state = change(_state, events);
            foreach (var happened in events)
            {
                foreach (var subscription in _subscriptions)
                {
                    subscription.Publish(happened);
                }
            }
        }
    }

    /// <summary>No event is lost and none is told twice between the state that the subscription holds and its first event.</summary>
    public ClusterSubscription Subscribe()
    {
        lock (_gate)
        {
            var subscription = new ClusterSubscription(_state, End);
            _subscriptions.Add(subscription);
            return subscription;
        }
    }

    /// <summary>Ends every stream, as it happens when the process that serves them dies.</summary>
    public void CutStreams()
    {
        lock (_gate)
        {
            _subscriptions.ForEach(s => s.Cut());
        }
    }

    void End(ClusterSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
        }
    }
}
