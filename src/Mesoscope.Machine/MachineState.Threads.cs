using Mesoscope.Clusters.Model;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Look-ups among threads, and their coming and going.</content>
public sealed partial class MachineState
{
    static readonly byte[] s_unknownName = "<NA>"u8.ToArray();
    static readonly byte[] s_unknownDirectory = "./"u8.ToArray();

    /// <summary>The threads.</summary>
    public ThreadTable Threads { get; } = new();

    /// <summary>The thread with that id, or null.</summary>
    public ThreadState? FindThread(long tid) => Threads.Find(tid);

    /// <summary>
    /// The main thread of the thread's process, itself when it is that. One that is not known is made up, with <c>&lt;NA&gt;</c> for a
    /// name; null only when the table is full.
    /// </summary>
    public ThreadState? FindMainThread(ThreadState thread)
    {
        var main = thread.MainThread;
        if (main is { IsRemoved: false })
        {
            return main;
        }

        return thread.IsMainThread ? thread : thread.MainThread = FindOrMakeThread(thread.Pid);
    }

    /// <summary>The parent, or null when it is not known.</summary>
    public ThreadState? FindParent(ThreadState thread) => Threads.Find(thread.ParentTid);

    /// <summary>The working directory, which belongs to the process: that of the main thread.</summary>
    public byte[] GetWorkingDirectory(ThreadState thread) => FindMainThread(thread)?.WorkingDirectory ?? s_unknownDirectory;

    /// <summary>The descriptors that the thread uses, its own or those of its process; null when the process is not known.</summary>
    public DescriptorTable? FindDescriptors(ThreadState thread) =>
        (thread.Flags & ThreadFlags.SharesFiles) == 0 ? thread.Descriptors : FindMainThread(thread)?.Descriptors;

    /// <summary>The descriptor that the thread has at a number, or null. From here on its name counts as the one before the event.</summary>
    internal DescriptorState? FindDescriptor(ThreadState thread, long number)
    {
        if (number < 0 || FindDescriptors(thread)?.Find(number) is not { } descriptor)
        {
            return null;
        }

        descriptor.PreviousName = descriptor.Name;
        return descriptor;
    }

    /// <summary>
    /// Takes the names of a cluster that is watched, in place of recorded ones. To be called between two events, by the thread that works
    /// on them.
    /// </summary>
    public void UseClusterNames(ClusterNames names)
    {
        Mesos.Use(names);
        ResolveHostThreads();
    }

    /// <summary>
    /// Looks again whether threads of the host run in a container: a container of Mesos is told from its executor's by the task in it,
    /// and names may come later than threads.
    /// </summary>
    internal void ResolveHostThreads()
    {
        foreach (var thread in Threads.ToArray())
        {
            if (thread.ContainerId.Length == 0 && thread.Cgroups.AsSpan().IndexOf("/mesos/"u8) >= 0)
            {
                Containers.Resolve(thread);
            }
        }
    }

    /// <summary>The thread with that id; one of which nothing but the id is known when there is none and the table has room.</summary>
    internal ThreadState? FindOrMakeThread(long tid) => Threads.Find(tid) ?? MakeUnknownThread(tid);

    /// <summary>Adds a thread that came with an event; false when the table is full.</summary>
    internal bool AddThread(ThreadState thread)
    {
        if (Threads.Count >= Limits.Threads)
        {
            RefusedThreadCount++;
            return false;
        }

        CountChild(thread);
        Threads.Set(thread);
        return true;
    }

    /// <summary>
    /// Removes a thread. A main thread with other threads alive stays until it is <paramref name="isForced"/> out, as its descriptors
    /// are theirs.
    /// </summary>
    internal void RemoveThread(long tid, bool isForced)
    {
        if (Threads.Find(tid) is not { } thread || (thread.ChildCount != 0 && !isForced))
        {
            return;
        }

        if ((thread.Flags & ThreadFlags.Thread) != 0 && Threads.Find(thread.Pid) is { ChildCount: > 0 } main)
        {
            main.ChildCount--;
        }

        Threads.Remove(tid);
        if (thread.ChildCount != 0)
        {
            RecountChildren();
        }
    }

    /// <summary>Counts the threads of each process anew.</summary>
    internal void RecountChildren()
    {
        var threads = Threads.ToArray();
        foreach (var thread in threads)
        {
            thread.ChildCount = 0;
            thread.MainThread = null;
        }

        foreach (var thread in threads)
        {
            CountChild(thread);
        }
    }

    void CountChild(ThreadState thread)
    {
        if ((thread.Flags & ThreadFlags.Thread) != 0 && FindOrMakeThread(thread.Pid) is { } main)
        {
            main.ChildCount++;
        }
    }

    ThreadState? MakeUnknownThread(long tid)
    {
        if (Threads.Count >= Limits.Threads)
        {
            RefusedThreadCount++;
            return null;
        }

        if (ReadUnknownThread(tid) is { } read)
        {
            return read;
        }

        var thread = new ThreadState
        {
            Tid = tid,
            Pid = tid,
            Comm = s_unknownName,
            Exe = s_unknownName,
            LoginUid = -1,
            ChildCount = Threads.CountOthersOf(tid),
        };
        Threads.Set(thread);
        return thread;
    }
}
