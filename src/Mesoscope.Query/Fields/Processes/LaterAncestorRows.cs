using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Fields about parents, ancestors and leaders that came after sysdig 0.29.3.</summary>
static class LaterAncestorRows
{
    public static FieldRow[] Create()
    {
        FieldRow[] rows =
        [
            OfText("proc.pexe", "First word of the parent's command line.", static (c, s, ref v) => Ancestors.Find(c, 1) is { } parent && v.Set(parent.Exe)),
            OfText("proc.pexepath", "Full path of the parent's executable.", static (c, s, ref v) => Ancestors.Find(c, 1) is { } parent && v.Set(parent.ExePath)),
            Ancestor("proc.aexe", "First word of an ancestor's command line", static (o, t) => o.Append(t.Exe)),
            Ancestor("proc.aexepath", "Full path of an ancestor's executable", static (o, t) => o.Append(t.ExePath)),
            Ancestor("proc.acmdline", "Command line of an ancestor", CommandText.AppendCommandLine),
            Ancestor("proc.aargs", "Arguments of an ancestor", CommandText.AppendArguments),
            OfText("proc.aenv", "Environment of an ancestor: proc.aenv[2] is the grandparent's; proc.aenv[HOME] is the variable of the nearest of 20 ancestors that has it.", GetEnvironment)
                .WithOptionalArgument(),
            OfId("proc.pvpid", "Process id of the parent in its own pid namespace.", static (c, s, ref v) => Ancestors.FindParent(c) is { } parent && v.Set(parent.VirtualPid)),
            OfText("proc.sid.exe", "First word of the session leader's command line.", static (c, s, ref v) => Ancestors.FindSessionLeader(c) is { } leader && v.Set(leader.Exe)),
            OfText("proc.sid.exepath", "Full path of the session leader's executable.", static (c, s, ref v) => Ancestors.FindSessionLeader(c) is { } leader && v.Set(leader.ExePath)),
            OfText("proc.vpgid.name", "Name of the leader of the process group.", static (c, s, ref v) => VirtualGroupLeader(c) is { } leader && v.Set(leader.Comm)),
            OfText("proc.vpgid.exe", "First word of the group leader's command line.", static (c, s, ref v) => VirtualGroupLeader(c) is { } leader && v.Set(leader.Exe)),
            OfText("proc.vpgid.exepath", "Full path of the group leader's executable.", static (c, s, ref v) => VirtualGroupLeader(c) is { } leader && v.Set(leader.ExePath)),
            OfId("proc.pgid", "Process group id.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.GroupId)),
            OfText("proc.pgid.name", "Name of the leader of the process group, by the ids of the host.", static (c, s, ref v) => GroupLeader(c) is { } leader && v.Set(leader.Comm)),
            OfText("proc.pgid.exe", "First word of that leader's command line.", static (c, s, ref v) => GroupLeader(c) is { } leader && v.Set(leader.Exe)),
            OfText("proc.pgid.exepath", "Full path of that leader's executable.", static (c, s, ref v) => GroupLeader(c) is { } leader && v.Set(leader.ExePath)),
        ];
        return Array.ConvertAll(rows, static row => row.AsAddition());
    }

    static FieldRow Ancestor(string name, string what, Action<Utf8Writer, ThreadState> append) => AncestorRow.Create(
        OfText(name, $"{what}: {name}[1] is the parent's, {name}[2] the grandparent's, {name}[0] its own. Without a number all ancestors' with blanks between; in filters any ancestor's.", (c, s, ref v) =>
        {
            if (s.ArgumentIndex is not { } steps)
            {
                return Ancestors.TryJoin(c, s, ref v, append);
            }

            if (Ancestors.Find(c, steps) is not { } ancestor)
            {
                return false;
            }

            var text = s.NewText();
            append(text, ancestor);
            return v.Set(text.Written);
        }),
        (t, s, ref v) =>
        {
            var text = s.NewText();
            append(text, t);
            v.Bytes = text.Written;
        });

    static bool GetEnvironment(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        const int mostLevels = 20;
        if (scratch.ArgumentName is { } name)
        {
            for (var level = 1; level <= mostLevels && Ancestors.Find(context, level) is { } ancestor; level++)
            {
                if (CommandText.TryFindVariable(ancestor, name, out var content))
                {
                    return value.Set(content);
                }
            }

            return false;
        }

        if (Ancestors.Find(context, scratch.ArgumentIndex ?? 0) is not { } process)
        {
            return false;
        }

        var text = scratch.NewText();
        CommandText.AppendEnvironment(text, process);
        return value.Set(text.Written);
    }

    static ThreadState? VirtualGroupLeader(EventContext context) => Ancestors.Find(context, 0) is { } process
        ? Ancestors.FindOldest(context.Machine, process, process.VirtualGroupId, static t => t.VirtualGroupId)
        : null;

    static ThreadState? GroupLeader(EventContext context) => Ancestors.Find(context, 0) is { } process
        ? Ancestors.FindOldest(context.Machine, process, process.GroupId, static t => t.GroupId)
        : null;
}
