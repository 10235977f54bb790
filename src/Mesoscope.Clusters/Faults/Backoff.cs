namespace Mesoscope.Clusters.Faults;

/// <summary>
/// How long to wait after a fault: 1 s, then twice as long each time, up to the time between two questions of a healthy cluster, so
/// that names are back soon after the fault ends and a sick server is never asked more than a healthy one. Each wait is up to a fifth
/// shorter, which keeps a thousand nodes from asking at once.
/// </summary>
public sealed class Backoff
{
    // Never longer: with the time of a question that nobody answers, names are back within two intervals.
    const double Jitter = 0.2;

    static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    static readonly TimeSpan s_most = TimeSpan.FromSeconds(60);

    readonly TimeSpan _limit;
    readonly Random _random;
    TimeSpan _next;

    /// <summary>A wait that begins at 1 s.</summary>
    /// <param name="interval">The time between two questions, which is the limit; at most 60 s count.</param>
    /// <param name="random">Makes the jitter; null for an own one.</param>
    public Backoff(TimeSpan interval, Random? random = null)
    {
        _limit = interval < s_most ? interval : s_most;
        _random = random ?? Random.Shared;
        Reset();
    }

    /// <summary>The next time to wait.</summary>
    public TimeSpan Next()
    {
#pragma warning disable CA5394 // Spreads load; nobody gains by guessing it.
        var time = _next * (1 - (_random.NextDouble() * Jitter));
#pragma warning restore CA5394
        _next = _next * 2 < _limit ? _next * 2 : _limit;
        return time;
    }

    /// <summary>Begins anew, after a success.</summary>
    public void Reset() => _next = s_first < _limit ? s_first : _limit;
}
