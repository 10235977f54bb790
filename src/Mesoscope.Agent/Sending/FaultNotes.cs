namespace Mesoscope.Agent.Sending;

/// <summary>Says what is wrong with the server: each reason at once, the same one at most once in ten minutes, and when it works again.</summary>
/// <param name="write">Takes a line.</param>
/// <param name="clock">The time.</param>
sealed class FaultNotes(Action<string> write, TimeProvider clock)
{
    static readonly TimeSpan s_interval = TimeSpan.FromMinutes(10);

    string _last = "";
    long _lastTimestamp;

    /// <summary>Something is wrong.</summary>
    public void Report(string reason)
    {
        if (reason != _last || clock.GetElapsedTime(_lastTimestamp) >= s_interval)
        {
            _last = reason;
            _lastTimestamp = clock.GetTimestamp();
            write($"server: {reason}");
        }
    }

    /// <summary>The server took something.</summary>
    public void Recover()
    {
        if (_last.Length > 0)
        {
            _last = "";
            write("server: works again");
        }
    }
}
