using System.Runtime.CompilerServices;

namespace Mesoscope.Kernel.Merge;

/// <summary>
/// Puts the events of all rings into the order of their time. An event is delivered only when no older one can appear any more: programs
/// say that they are writing one before they take its time. So after a look at the clock, everything older than this look is found
/// in the rings, or is being written.
/// </summary>
/// <remarks>Not safe for several threads.</remarks>
sealed class EventMerge
{
    /// <summary>
    /// How long what a processor writes may take to be seen by another: the time that a store waits in its store buffer. Far more than
    /// processors need.
    /// </summary>
    const ulong VisibilityNanoseconds = 20_000;

    readonly RecordQueue[] _queues;
    readonly Func<ulong> _clock;
    readonly Action _settle;
    RecordQueue _current;
    ulong _limit;
    ulong _safeTime;

    /// <summary>A merge over the processors' queues.</summary>
    /// <param name="queues">At least one.</param>
    /// <param name="clock">The clock of the events, nanoseconds since 1970.</param>
    /// <param name="isStrictlyOrdered">True when processors show each other their stores in the order in which they made them, as on x86_64.</param>
    public EventMerge(RecordQueue[] queues, Func<ulong> clock, bool isStrictlyOrdered = true)
    {
        _queues = queues;
        _clock = clock;
        _settle = isStrictlyOrdered ? static () => { } : Settle;
        _current = queues[0];
    }

    /// <summary>
    /// The queue whose head is the next event; null when there is none that can be delivered yet. The caller takes the head and calls
    /// <see cref="RecordQueue.Advance"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RecordQueue? Next() => _current.HeadTime <= _limit && _current.HeadTime != RecordQueue.Never ? _current : Select();

    /// <summary>Looks into all rings whose queue is empty.</summary>
    /// <param name="isFinal">True when no program writes any more: everything left is delivered.</param>
    /// <returns>Bytes taken.</returns>
    public int Refill(bool isFinal)
    {
        var safe = _clock() - VisibilityNanoseconds;
        foreach (var queue in _queues)
        {
            safe = Math.Min(safe, queue.Source.WritingSince switch
            {
                0 => safe,
                1 => _safeTime,
                var since => since,
            });
        }

        _settle();
        foreach (var queue in _queues)
        {
            queue.Source.Look();
        }

        _settle();
        var taken = 0;
        foreach (var queue in _queues)
        {
            if (queue.HeadTime != RecordQueue.Never)
            {
                safe = Math.Min(safe, queue.LastTime);
                continue;
            }

            taken += queue.Refill(out var isEmptied);
            if (!isEmptied)
            {
                // What is left in the ring is younger than what was taken from it, and not older than what was safe before.
                safe = Math.Min(safe, Math.Max(queue.LastTime, _safeTime));
            }
        }

        _safeTime = isFinal && taken == 0 ? RecordQueue.Never - 1 : Math.Max(safe, _safeTime);
        _limit = 0;
        return taken;
    }

    /// <summary>
    /// Where stores may overtake each other, waits until those made before what was just read are seen: programs have no barriers before
    /// kernel 5.12.
    /// </summary>
    void Settle()
    {
        var end = _clock() + VisibilityNanoseconds;
        while (_clock() < end)
        {
            Thread.SpinWait(1);
        }
    }

    /// <summary>Finds the oldest head, and up to which time its queue can go on without another look at the others.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    RecordQueue? Select()
    {
        var first = _queues[0];
        var second = RecordQueue.Never;
        for (var i = 1; i < _queues.Length; i++)
        {
            var queue = _queues[i];
            if (queue.HeadTime < first.HeadTime)
            {
                second = first.HeadTime;
                first = queue;
            }
            else if (queue.HeadTime < second)
            {
                second = queue.HeadTime;
            }
        }

        _current = first;
        _limit = Math.Min(second, _safeTime);
        return first.HeadTime <= _safeTime && first.HeadTime != RecordQueue.Never ? first : null;
    }
}
