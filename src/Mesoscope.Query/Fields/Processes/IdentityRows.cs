using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>The first fields of the list: who the process is, and who its parents are.</summary>
static class IdentityRows
{
    public static FieldRow[] Create() =>
    [
        OfId("proc.pid", "Process id.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.Pid)),
        OfText("proc.exe", "First word of the command line, usually the program's path or name.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.Exe)),
        OfText("proc.name", "Name of the program without its path, as the kernel keeps it (15 characters).", static (c, s, ref v) => c.Thread is { } t && v.Set(t.Comm)),
        OfText("proc.args", "The words of the command line after the first. proc.args[0] is one of them.", GetArguments).WithOptionalArgument(),
        OfText("proc.env", "The environment. proc.env[HOME] is the content of one variable.", GetEnvironment).WithOptionalArgument(),
        OfText("proc.cmdline", "The command line: name and arguments.", static (c, s, ref v) =>
        {
            if (c.Thread is not { } thread)
            {
                return false;
            }

            var text = s.NewText();
            CommandText.AppendCommandLine(text, thread);
            return v.Set(text.Written);
        }),
        OfText("proc.exeline", "The command line with its first word as it was typed: proc.exe and the arguments.", static (c, s, ref v) =>
        {
            if (c.Thread is not { } thread)
            {
                return false;
            }

            var text = s.NewText();
            CommandText.AppendExecutableLine(text, thread);
            return v.Set(text.Written);
        }),
        OfText("proc.cwd", "Working directory at the time of the event.", static (c, s, ref v) => c.Thread is { } t && v.Set(c.Machine.GetWorkingDirectory(t))),
        OfNumber("proc.nthreads", ParameterType.UInt32, "How many threads the process has, the main thread included.", static (c, s, ref v) =>
            c.Thread is { } t && c.Machine.FindMainThread(t) is { } main && v.Set((ulong)(uint)(main.ChildCount + 1))),
        OfNumber("proc.nchilds", ParameterType.UInt32, "How many threads the process has, the main thread not counted.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set((ulong)(uint)t.ChildCount)),
        OfId("proc.ppid", "Process id of the parent.", static (c, s, ref v) => Ancestors.Find(c, 0) is { } main && v.Set(main.ParentTid)),
        OfText("proc.pname", "Name of the parent.", static (c, s, ref v) => Ancestors.FindParent(c) is { } parent && v.Set(parent.Comm)),
        OfText("proc.pcmdline", "Command line of the parent: name and arguments.", static (c, s, ref v) =>
        {
            if (Ancestors.FindParent(c) is not { } parent)
            {
                return false;
            }

            var text = s.NewText();
            CommandText.AppendCommandLine(text, parent);
            return v.Set(text.Written);
        }),
        AncestorRow.Create(
            OfId("proc.apid", "Process id of an ancestor: proc.apid[1] is the parent's, proc.apid[2] the grandparent's, proc.apid[0] its own. Without a number, in filters only, any ancestor's: proc.apid=1234.", static (c, s, ref v) =>
                Ancestors.Find(c, s.ArgumentIndex ?? 0) is { } ancestor && v.Set(ancestor.Pid)),
            static (ThreadState t, FieldScratch s, ref FieldValue v) => v.Set(t.Pid)),
        AncestorRow.Create(
            OfText("proc.aname", "Name of an ancestor: proc.aname[1] is the parent's, proc.aname[2] the grandparent's, proc.aname[0] its own. Without a number, in filters only, any ancestor's: proc.aname=bash.", static (c, s, ref v) =>
                Ancestors.Find(c, s.ArgumentIndex ?? 0) is { } ancestor && v.Set(ancestor.Comm)),
            static (ThreadState t, FieldScratch s, ref FieldValue v) => v.Set(t.Comm)),
        OfId("proc.loginshellid", "Process id of the oldest shell among the process and its ancestors: tells the sessions of users apart.", static (c, s, ref v) =>
            Ancestors.FindLoginShell(c) is { } pid && v.Set(pid)),
        OfNumber("proc.duration", ParameterType.RelTime, "Nanoseconds since the process started.", static (c, s, ref v) =>
            c.Thread is { CloneTime: not 0 } t && v.Set(c.Event.Timestamp - t.CloneTime)),
    ];

    static bool GetArguments(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (context.Thread is not { } thread)
        {
            return false;
        }

        if (scratch.ArgumentIndex is { } index)
        {
            return CommandText.TryFindArgument(thread, index, out var argument) && value.Set(argument);
        }

        var text = scratch.NewText();
        CommandText.AppendArguments(text, thread);
        return value.Set(text.Written);
    }

    static bool GetEnvironment(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (context.Thread is not { } thread)
        {
            return false;
        }

        // The environment belongs to the process; its other threads have none of their own.
        var process = context.Machine.FindMainThread(thread);
        if (scratch.ArgumentName is { } name)
        {
            return process is not null && CommandText.TryFindVariable(process, name, out var content) && value.Set(content);
        }

        var text = scratch.NewText();
        if (process is not null)
        {
            CommandText.AppendEnvironment(text, process);
        }

        return value.Set(text.Written);
    }
}
