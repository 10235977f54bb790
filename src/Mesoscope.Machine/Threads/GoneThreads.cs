namespace Mesoscope.Machine.Threads;

/// <summary>
/// Forgets threads of a live machine that are gone although the events in the order of time leave them there: the end of one was lost, or
/// came before the return of the vfork that tells of its begin, or was that of a main thread whose others ran on. Without it, a machine that
/// makes processes all day long would fill the memory with them. Works in small steps. Not safe for several threads.
/// </summary>
/// <param name="machine">The machine.</param>
/// <param name="isThere">Whether there is a thread with that id on the machine that the events come from.</param>
public sealed class GoneThreads(MachineState machine, Predicate<long> isThere)
{
    /// <summary>Threads that a step looks for at most; one takes about a microsecond.</summary>
    public const int ThreadsPerStep = 200;

    /// <summary>Nanoseconds from the begin of one round through all threads to the begin of the next at the earliest.</summary>
    public const ulong RoundNanoseconds = 20_000_000_000;

    /// <summary>Nanoseconds for which a thread must not have made an event to be looked for.</summary>
    public const ulong QuietNanoseconds = 10_000_000_000;

    readonly List<ThreadState> _gone = [];
    ThreadState[] _round = [];
    int _next;
    ulong _roundBegin;
    ulong _lastLook;

    /// <summary>Threads that were forgotten so far.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the next step. To be called between two events, a few times a second, by the thread that works on them.</summary>
    /// <param name="now">The time on the clock of the events, nanoseconds since 1970.</param>
    public void Step(ulong now)
    {
        if (_next < _round.Length)
        {
            Look(now);
        }
        else if (_gone.Count > 0)
        {
            // Its last events may have been on their way when it was looked for; they are shown with its names.
            if (machine.LastEventTime > _lastLook)
            {
                Forget();
            }
        }
        else if (now >= _roundBegin + RoundNanoseconds)
        {
            _roundBegin = now;
            _round = machine.Threads.ToArray();
            _next = 0;
        }
    }

    void Look(ulong now)
    {
        var end = Math.Min(_next + ThreadsPerStep, _round.Length);
        for (; _next < end; _next++)
        {
            var thread = _round[_next];
            if (thread.Tid > 0 && !thread.IsRemoved && IsQuiet(thread, now) && !isThere(thread.Tid))
            {
                _gone.Add(thread);
            }
        }

        _lastLook = now;
        if (_next == _round.Length)
        {
            _round = [];
            _next = 0;
        }
    }

    static bool IsQuiet(ThreadState thread, ulong now) => Math.Max(thread.LastAccessTime, thread.CloneTime) + QuietNanoseconds < now;

    // Main threads last: one that has no others any more goes without a count of everybody's.
    void Forget()
    {
        foreach (var thread in _gone.OrderBy(static thread => thread.IsMainThread))
        {
            // A new thread may have got the id.
            if (!thread.IsRemoved)
            {
                machine.RemoveThread(thread.Tid, isForced: true);
                Count++;
            }
        }

        _gone.Clear();
    }
}
