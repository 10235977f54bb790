using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Look-ups among threads. They never make a thread that is not known.</content>
public sealed partial class MachineState
{
    /// <summary>The threads.</summary>
    public ThreadTable Threads { get; } = new();

    /// <summary>The thread with that id, or null.</summary>
    public ThreadState? FindThread(long tid) => Threads.Find(tid);

    /// <summary>The main thread of the thread's process, itself when it is that; null when it is not known.</summary>
    public ThreadState? FindMainThread(ThreadState thread) => thread.IsMainThread ? thread : Threads.Find(thread.Pid);

    /// <summary>The parent, or null when it is not known.</summary>
    public ThreadState? FindParent(ThreadState thread) => Threads.Find(thread.ParentTid);

    /// <summary>The working directory, which belongs to the process: that of the main thread.</summary>
    public byte[] GetWorkingDirectory(ThreadState thread) => FindMainThread(thread)?.WorkingDirectory ?? s_unknownDirectory;

    /// <summary>The descriptors that the thread uses, its own or those of its process; null when the process is not known.</summary>
    public DescriptorTable? FindDescriptors(ThreadState thread) =>
        (thread.Flags & ThreadFlags.SharesFiles) == 0 ? thread.Descriptors : FindMainThread(thread)?.Descriptors;

    static readonly byte[] s_unknownDirectory = "./"u8.ToArray();
}
