using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Finds and joins what fields say of a process's ancestors.</summary>
static class Ancestors
{
    /// <summary>No chain of living processes is longer; the bound matters only for circles that damaged captures make.</summary>
    const int MaxSteps = 4096;

    /// <summary>The ancestor that many steps up from the thread's process; the process itself for 0 and less.</summary>
    public static ThreadState? Find(EventContext context, long steps)
    {
        var thread = context.Thread is { } own ? context.Machine.FindMainThread(own) : null;
        steps = Math.Min(steps, MaxSteps);
        while (steps-- > 0 && thread is not null)
        {
            thread = context.Machine.FindParent(thread);
        }

        return thread;
    }

    /// <summary>The thread's direct parent; for threads that are not the main one it is the one recorded with the thread.</summary>
    public static ThreadState? FindParent(EventContext context) =>
        context.Thread is { } thread ? context.Machine.FindParent(thread) : null;

    /// <summary>The process id of the oldest shell among the process and its ancestors; null when there is none.</summary>
    public static long? FindLoginShell(EventContext context)
    {
        if (Find(context, 0) is not { } process)
        {
            return null;
        }

        long? found = IsShell(process) ? process.Pid : null;
        var walk = new AncestorWalk(context.Machine, process);
        while (walk.MoveNext())
        {
            if (IsShell(walk.Current))
            {
                found = walk.Current.Pid;
            }
        }

        return found;
    }

    /// <summary>The leader of the thread's session: the process with the session's number, or the oldest ancestor in the same session.</summary>
    public static ThreadState? FindSessionLeader(EventContext context)
    {
        if (context.Thread is not { } thread)
        {
            return null;
        }

        return context.Machine.FindThread(thread.SessionId)
            ?? (context.Machine.FindMainThread(thread) is { } process
                ? FindOldest(context.Machine, process, process.SessionId, static t => t.SessionId)
                : null);
    }

    /// <summary>The oldest ancestor in an unbroken line that has the same number as the process, or the process itself.</summary>
    public static ThreadState FindOldest(MachineState machine, ThreadState process, long number, Func<ThreadState, long> select)
    {
        var oldest = process;
        var walk = new AncestorWalk(machine, process);
        while (walk.MoveNext() && select(walk.Current) == number)
        {
            oldest = walk.Current;
        }

        return oldest;
    }

    /// <summary>Puts together what each ancestor has, with blanks between; false when that is nothing.</summary>
    public static bool TryJoin(EventContext context, FieldScratch scratch, ref FieldValue value, Action<Utf8Writer, ThreadState> append)
    {
        if (Find(context, 0) is not { } process)
        {
            return false;
        }

        var text = scratch.NewText();
        var walk = new AncestorWalk(context.Machine, process);
        while (walk.MoveNext())
        {
            if (text.Length > 0)
            {
                text.Append((byte)' ');
            }

            append(text, walk.Current);
        }

        value.Bytes = text.Written;
        return text.Length > 0;
    }

    static bool IsShell(ThreadState thread) => thread.Comm is [.., (byte)'s', (byte)'h'];
}
