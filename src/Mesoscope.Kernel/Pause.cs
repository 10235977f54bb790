namespace Mesoscope.Kernel;

/// <summary>
/// How long the reader sleeps between two looks into the rings. Nobody wakes it: waking costs the traced programs more than writing
/// the event. It sleeps the longer the less it found, and not at all while there is more than a look's worth. A few events do not
/// shorten a long sleep: a quiet machine, where they come all the time, shall not notice the reader.
/// </summary>
sealed class Pause
{
    // A ring holds 40 ms at full load; a quarter of that leaves room for a late wake-up.
    const int LongestMilliseconds = 10;

    // What is worth a look: below that, events are left to gather for a while.
    const int BusyBytes = 128 * 1024;

    // From here on it is worth looking more often.
    const int LivelyBytes = 16 * 1024;
    const int FewBytes = 2 * 1024;

    int _milliseconds;

    /// <summary>Sleeps as long as the last look says.</summary>
    public void BeforeLook()
    {
        if (_milliseconds > 0)
        {
            Thread.Sleep(_milliseconds);
        }
    }

    /// <summary>Takes note of what a look found.</summary>
    /// <param name="bytes">Taken out of all rings.</param>
    public void AfterLook(int bytes) => _milliseconds = bytes switch
    {
        > BusyBytes => 0,
        > LivelyBytes => 1,
        > FewBytes => Math.Max(1, _milliseconds / 2),
        _ => Math.Min(Math.Max(1, _milliseconds * 2), LongestMilliseconds),
    };
}
