namespace Mesoscope.Kernel;

/// <summary>
/// How long the reader sleeps between two looks into the rings. Nobody wakes it: waking costs the traced programs more than writing
/// the event. It sleeps the longer the less it found, and not at all while there is more than a look's worth.
/// </summary>
sealed class Pause
{
    // A ring holds 40 ms at full load; a quarter of that leaves room for a late wake-up.
    const int LongestMilliseconds = 10;

    // What is worth a look: below that, events are left to gather for a while.
    const int BusyBytes = 128 * 1024;

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
        > 0 => 1,
        _ => Math.Min(Math.Max(1, _milliseconds * 2), LongestMilliseconds),
    };
}
