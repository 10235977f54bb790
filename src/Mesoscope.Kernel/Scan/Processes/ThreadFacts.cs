using Mesoscope.Events.Snapshot;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>A thread while it is read: its entry, and what is needed to find out the rest of it. Used again for the next one.</summary>
sealed class ThreadFacts
{
    /// <summary>What is known so far.</summary>
    public ThreadEntry Entry { get; set; } = new();

    /// <summary>Whether it lives in a pid namespace below ours.</summary>
    public bool IsInNamespace { get; set; }

    /// <summary>Whether it is the kernel's own: no program, no memory, no descriptors.</summary>
    public bool IsKernelThread { get; set; }

    /// <summary>Start in ticks since boot.</summary>
    public ulong StartTicks { get; set; }

    /// <summary>Groups besides its own.</summary>
    public List<uint> Groups { get; } = [];

    /// <summary>Makes it ready for another thread.</summary>
    public void Begin(long tid)
    {
        Entry = new ThreadEntry { Tid = tid, Pid = tid, VirtualTid = tid, VirtualPid = tid };
        IsInNamespace = IsKernelThread = false;
        StartTicks = 0;
        Groups.Clear();
    }
}
