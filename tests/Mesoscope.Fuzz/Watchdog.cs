using System.Diagnostics;

namespace Mesoscope.Fuzz;

/// <summary>Ends the whole process when one capture takes too long: a loop without an end cannot be interrupted from outside.</summary>
sealed class Watchdog : IDisposable
{
    readonly TimeSpan _limit;
    readonly Func<ReadOnlyMemory<byte>, string> _keep;
    readonly Timer _timer;
    ReadOnlyMemory<byte> _capture;
    long _started;

    public Watchdog(TimeSpan limit, Func<ReadOnlyMemory<byte>, string> keep)
    {
        _limit = limit;
        _keep = keep;
        _timer = new Timer(_ => Look(), null, limit, TimeSpan.FromSeconds(1));
    }

    public void Start(ReadOnlyMemory<byte> capture)
    {
        _capture = capture;
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
    }

    public void Stop() => Volatile.Write(ref _started, 0);

    public void Dispose() => _timer.Dispose();

    void Look()
    {
        var started = Volatile.Read(ref _started);
        if (started != 0 && Stopwatch.GetElapsedTime(started) > _limit)
        {
            Environment.FailFast($"reading a damaged capture does not end: {_keep(_capture)}");
        }
    }
}
