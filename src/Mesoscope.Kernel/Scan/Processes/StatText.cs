using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>
/// Reads <c>stat</c> of a thread. The name in it stands in parentheses as it is, whatever it holds; <c>status</c> would show it with
/// escapes.
/// </summary>
static class StatText
{
    // PF_KTHREAD, from linux/sched.h.
    const long KernelThread = 0x00200000;

    /// <summary>Takes over what the text tells; false when it is cut or no such text.</summary>
    public static bool Read(ReadOnlySpan<byte> text, ThreadFacts facts)
    {
        var start = text.IndexOf((byte)'(');
        var end = text.LastIndexOf((byte)')');
        if (start < 0 || end < start)
        {
            return false;
        }

        var entry = facts.Entry;
        entry.Comm = text[(start + 1)..end].ToArray();
        var cursor = new TextCursor(text[(end + 1)..].TrimEnd((byte)'\n'));
        cursor.SkipWords(2); // state, parent
        entry.GroupId = cursor.TakeNumber();
        entry.SessionId = cursor.TakeNumber();
        entry.Tty = (int)cursor.TakeNumber();
        cursor.SkipWords(1); // foreground group of the terminal
        facts.IsKernelThread = (cursor.TakeNumber() & KernelThread) != 0;
        entry.MinorFaults = (ulong)cursor.TakeNumber();
        cursor.SkipWords(1); // minor faults of children
        entry.MajorFaults = (ulong)cursor.TakeNumber();
        cursor.SkipWords(9); // major faults of children, four times, priority, nice, threads, an unused one
        facts.StartTicks = (ulong)cursor.TakeNumber();
        return facts.StartTicks != 0 || !cursor.Rest.IsEmpty;
    }
}
