using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Processes;

/// <summary>
/// What <c>/proc/PID/stat</c> tells, proc(5). The name in it stands in parentheses as it is, whatever it holds. It holds as long as the text.
/// </summary>
ref struct ProcessStat
{
    // PF_KTHREAD, from linux/sched.h.
    const long KernelThread = 0x00200000;

    // USER_HZ, as in /proc/stat.
    const double SecondsPerTick = 0.01;

    static readonly double s_pageBytes = Environment.SystemPageSize;

    /// <summary>Its name.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Whether it is a part of the kernel.</summary>
    public bool IsKernel { get; private set; }

    /// <summary>Processor time of all its threads, ended ones included.</summary>
    public double UsedSeconds { get; private set; }

    public double MinorFaults { get; private set; }

    public double MajorFaults { get; private set; }

    public int Threads { get; private set; }

    /// <summary>Hundredths of a second from the machine's start to its begin.</summary>
    public ulong StartTicks { get; private set; }

    public double VirtualBytes { get; private set; }

    public double ResidentBytes { get; private set; }

    /// <summary>Reads the text; false when it is cut or no such text.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ProcessStat stat)
    {
        stat = default;
        var start = text.IndexOf((byte)'(');
        var end = text.LastIndexOf((byte)')');
        if (start < 0 || end < start)
        {
            return false;
        }

        stat.Name = text[(start + 1)..end];
        var cursor = new TextCursor(text[(end + 1)..].TrimEnd((byte)'\n'));
        cursor.SkipWords(6); // state, parent, process group, session, terminal, its foreground group
        stat.IsKernel = (cursor.TakeNumber() & KernelThread) != 0;
        stat.MinorFaults = cursor.TakeNumber();
        cursor.SkipWords(1); // of children
        stat.MajorFaults = cursor.TakeNumber();
        cursor.SkipWords(1);
        stat.UsedSeconds = (cursor.TakeNumber() + cursor.TakeNumber()) * SecondsPerTick;
        cursor.SkipWords(4); // times of children, priority, nice
        stat.Threads = (int)cursor.TakeNumber();
        cursor.SkipWords(1); // unused
        stat.StartTicks = (ulong)cursor.TakeNumber();
        stat.VirtualBytes = cursor.TakeNumber();
        if (!cursor.TryTakeNumber(out var pages) || cursor.Rest.IsEmpty)
        {
            return false;
        }

        stat.ResidentBytes = pages * s_pageBytes;
        return true;
    }
}
