namespace Mesoscope.Machine.Threads;

/// <summary>The threads of the machine by their id.</summary>
public sealed class ThreadTable
{
    readonly Dictionary<long, ThreadState> _items = [];

    /// <summary>How many threads are known.</summary>
    public int Count => _items.Count;

    /// <summary>The thread with that id, or null.</summary>
    public ThreadState? Find(long tid) => _items.GetValueOrDefault(tid);

    /// <summary>Puts a thread into the table in place of any other with its id.</summary>
    public void Set(ThreadState thread) => _items[thread.Tid] = thread;

    /// <summary>Takes a thread out.</summary>
    public void Remove(long tid) => _items.Remove(tid);
}
