namespace Mesoscope.DemoCluster.Operations;

/// <summary>Things to be done later. Dispose forgets them.</summary>
sealed class Schedule(TimeProvider time) : IDisposable
{
    readonly Lock _gate = new();
    readonly HashSet<ITimer> _timers = [];
    bool _isEnded;

    public void After(TimeSpan delay, Action action)
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            ITimer? timer = null;
            timer = time.CreateTimer(_ => Fire(timer!, action), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timers.Add(timer);
            timer.Change(delay, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            foreach (var timer in _timers)
            {
                timer.Dispose();
            }

            _timers.Clear();
        }
    }

    void Fire(ITimer timer, Action action)
    {
        lock (_gate)
        {
            if (_isEnded || !_timers.Remove(timer))
            {
                return;
            }
        }

        timer.Dispose();
        action();
    }
}
