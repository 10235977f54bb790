using System.Diagnostics.CodeAnalysis;

namespace Mesoscope.Machine.Threads;

/// <summary>
/// The threads of the machine by their id. An open-addressing hash table of its own: look-ups happen for every event and must not
/// cost more than a multiplication and a compare.
/// </summary>
public sealed class ThreadTable
{
    const int InitialCapacity = 256;
    readonly Dictionary<long, int> _othersByPid = [];
    ThreadState?[] _slots = new ThreadState?[InitialCapacity];
    int _shift = 64 - 8;
    ThreadState? _last;

    /// <summary>How many threads are known.</summary>
    public int Count { get; private set; }

    /// <summary>The thread with that id, or null.</summary>
    public ThreadState? Find(long tid)
    {
        var last = _last;
        if (last is not null && last.Tid == tid)
        {
            return last;
        }

        var slots = _slots;
        for (var i = Home(tid); ; i = (i + 1) & (slots.Length - 1))
        {
            var thread = slots[i];
            if (thread is null)
            {
                return null;
            }

            if (thread.Tid == tid)
            {
                return _last = thread;
            }
        }
    }

    /// <summary>Puts a thread into the table in place of any other with its id. Its id must not change while it is there.</summary>
    public void Set([NotNull] ThreadState thread)
    {
        Remove(thread.Tid);
        if ((Count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        Place(thread);
        Count++;
        thread.IsRemoved = false;
        CountOther(thread, 1);
        _last = thread;
    }

    /// <summary>Takes a thread out.</summary>
    public void Remove(long tid)
    {
        if (Find(tid) is not { } thread)
        {
            return;
        }

        var slots = _slots;
        var mask = slots.Length - 1;
        var hole = Home(tid);
        while (!ReferenceEquals(slots[hole], thread))
        {
            hole = (hole + 1) & mask;
        }

        // Moves later members of the run back, so that no look-up ends at the hole too early.
        for (var i = (hole + 1) & mask; slots[i] is { } next; i = (i + 1) & mask)
        {
            if (((i - Home(next.Tid)) & mask) >= ((i - hole) & mask))
            {
                slots[hole] = next;
                hole = i;
            }
        }

        slots[hole] = null;
        Count--;
        CountOther(thread, -1);
        thread.IsRemoved = true;
        _last = null;
    }

    /// <summary>Forgets all threads.</summary>
    public void Clear()
    {
        foreach (var thread in _slots)
        {
            if (thread is not null)
            {
                thread.IsRemoved = true;
            }
        }

        _slots = new ThreadState?[InitialCapacity];
        _shift = 64 - 8;
        _othersByPid.Clear();
        Count = 0;
        _last = null;
    }

    /// <summary>The threads, sorted by their id: a copy, for work that may change the table.</summary>
    public ThreadState[] ToArray()
    {
        var threads = new ThreadState[Count];
        var count = 0;
        foreach (var thread in _slots)
        {
            if (thread is not null)
            {
                threads[count++] = thread;
            }
        }

        Array.Sort(threads, static (a, b) => a.Tid.CompareTo(b.Tid));
        return threads;
    }

    /// <summary>How many threads belong to a process without being its main thread.</summary>
    internal int CountOthersOf(long pid) => _othersByPid.GetValueOrDefault(pid);

    /// <summary>Moves a thread of the table to another process.</summary>
    internal void ChangePid(ThreadState thread, long pid)
    {
        if (thread.Pid == pid)
        {
            return;
        }

        var isHere = !thread.IsRemoved;
        if (isHere)
        {
            CountOther(thread, -1);
        }

        thread.Pid = pid;
        if (isHere)
        {
            CountOther(thread, 1);
        }
    }

    int Home(long tid) => (int)(((ulong)tid * 0x9E3779B97F4A7C15ul) >> _shift);

    void Place(ThreadState thread)
    {
        var mask = _slots.Length - 1;
        var i = Home(thread.Tid);
        while (_slots[i] is not null)
        {
            i = (i + 1) & mask;
        }

        _slots[i] = thread;
    }

    void Grow()
    {
        var old = _slots;
        _slots = new ThreadState?[old.Length * 2];
        _shift--;
        foreach (var thread in old)
        {
            if (thread is not null)
            {
                Place(thread);
            }
        }
    }

    void CountOther(ThreadState thread, int change)
    {
        if (thread.Pid == thread.Tid)
        {
            return;
        }

        var count = _othersByPid.GetValueOrDefault(thread.Pid) + change;
        if (count == 0)
        {
            _othersByPid.Remove(thread.Pid);
        }
        else
        {
            _othersByPid[thread.Pid] = count;
        }
    }
}
