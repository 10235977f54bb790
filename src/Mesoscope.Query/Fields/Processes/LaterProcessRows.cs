using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Descriptors;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Fields about the process itself that came after sysdig 0.29.3.</summary>
static class LaterProcessRows
{
    public static FieldRow[] Create()
    {
        FieldRow[] rows =
        [
            OfNumber("proc.cmdnargs", ParameterType.UInt64, "How many arguments the command line has, its first word not counted.", static (c, s, ref v) =>
                c.Thread is { } t && v.Set((long)CommandText.CountArguments(t))),
            OfNumber("proc.cmdlenargs", ParameterType.UInt64, "How many bytes the arguments have together, the blanks between them not counted.", static (c, s, ref v) =>
                c.Thread is { } t && v.Set((long)CommandText.CountArgumentBytes(t))),
            OfNumber("proc.ppid.duration", ParameterType.RelTime, "Nanoseconds since the parent started.", static (c, s, ref v) =>
                Ancestors.Find(c, 1) is { CloneTime: not 0 } parent && v.Set(c.Event.Timestamp - parent.CloneTime)),
            OfNumber("proc.pid.ts", ParameterType.RelTime, "Start of the process, nanoseconds since 1970.", static (c, s, ref v) =>
                c.Thread is { CloneTime: not 0 } t && v.Set(t.CloneTime)),
            OfNumber("proc.ppid.ts", ParameterType.RelTime, "Start of the parent, nanoseconds since 1970.", static (c, s, ref v) =>
                Ancestors.FindParent(c) is { } parent && v.Set(parent.CloneTime)),
            OfBool("proc.is_exe_upper_layer", "True when the executable lies in the upper layer of an overlay: it was put there after the image was made.", static (c, s, ref v) =>
                c.Thread is { } t && v.Set(t.IsExeUpperLayer)),
            OfBool("proc.is_exe_lower_layer", "True when the executable lies in the lower layer of an overlay.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.IsExeLowerLayer)),
            OfBool("proc.is_exe_from_memfd", "True when the executable is a memfd: it was never a file on a disk.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.IsExeFromMemFd)),
            OfBool("proc.is_sid_leader", "True for the leader of a session.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.SessionId == t.VirtualPid)),
            OfBool("proc.is_vpgid_leader", "True for the leader of a process group, by the ids of its own pid namespace.", static (c, s, ref v) =>
                c.Thread is { } t && v.Set(t.VirtualGroupId == t.VirtualPid)),
            OfBool("proc.is_pgid_leader", "True for the leader of a process group, by the ids of the host.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.GroupId == t.Pid)),
            OfNumber("proc.exe_ino", ParameterType.Int64, "Inode of the executable.", static (c, s, ref v) => c.Thread is { ExeInode: not 0 } t && v.Set(t.ExeInode)),
            OfNumber("proc.exe_ino.ctime", ParameterType.AbsTime, "Last change of the executable's inode, nanoseconds since 1970.", static (c, s, ref v) =>
                c.Thread is { ExeChangeTime: not 0 } t && v.Set(t.ExeChangeTime)),
            OfNumber("proc.exe_ino.mtime", ParameterType.AbsTime, "Last change of the executable's content, nanoseconds since 1970.", static (c, s, ref v) =>
                c.Thread is { ExeModificationTime: not 0 } t && v.Set(t.ExeModificationTime)),
            OfNumber("proc.exe_ino.ctime_duration_proc_start", ParameterType.AbsTime, "Nanoseconds from the executable's last change to the start of the process.", static (c, s, ref v) =>
                c.Thread is { ExeChangeTime: not 0 } t && t.CloneTime > t.ExeChangeTime && v.Set(t.CloneTime - t.ExeChangeTime)),
            OfNumber("proc.exe_ino.ctime_duration_pidns_start", ParameterType.AbsTime, "Nanoseconds from the start of the pid namespace to the executable's last change, if that came later.", static (c, s, ref v) =>
                c.Thread is { NamespaceInitTime: not 0 } t && t.ExeChangeTime > t.NamespaceInitTime && v.Set(t.ExeChangeTime - t.NamespaceInitTime)),
            OfNumber("proc.pidns_init_start_ts", ParameterType.UInt64, "Start of the pid namespace, nanoseconds since 1970.", static (c, s, ref v) =>
                c.Thread is { NamespaceInitTime: not 0 } t && v.Set(t.NamespaceInitTime)),
            OfText("thread.cap_permitted", "Permitted capabilities.", static (c, s, ref v) => c.Thread is { } t && GetCapabilities(t.PermittedCapabilities, s, ref v)),
            OfText("thread.cap_inheritable", "Inheritable capabilities.", static (c, s, ref v) => c.Thread is { } t && GetCapabilities(t.InheritableCapabilities, s, ref v)),
            OfText("thread.cap_effective", "Effective capabilities.", static (c, s, ref v) => c.Thread is { } t && GetCapabilities(t.EffectiveCapabilities, s, ref v)),
            OfText("proc.stdin.type", "Type of descriptor 0, standard input.", static (c, s, ref v) => Find(c, 0) is { } fd && v.Set(Descriptors.DescriptorWords.TypeName(fd.Type))),
            OfText("proc.stdout.type", "Type of descriptor 1, standard output.", static (c, s, ref v) => Find(c, 1) is { } fd && v.Set(Descriptors.DescriptorWords.TypeName(fd.Type))),
            OfText("proc.stderr.type", "Type of descriptor 2, standard error.", static (c, s, ref v) => Find(c, 2) is { } fd && v.Set(Descriptors.DescriptorWords.TypeName(fd.Type))),
            OfText("proc.stdin.name", "Name of descriptor 0, standard input.", static (c, s, ref v) => Find(c, 0) is { } fd && v.Set(fd.Name)),
            OfText("proc.stdout.name", "Name of descriptor 1, standard output.", static (c, s, ref v) => Find(c, 1) is { } fd && v.Set(fd.Name)),
            OfText("proc.stderr.name", "Name of descriptor 2, standard error.", static (c, s, ref v) => Find(c, 2) is { } fd && v.Set(fd.Name)),
        ];
        return Array.ConvertAll(rows, static row => row.AsAddition());
    }

    static DescriptorState? Find(EventContext context, int number) =>
        context.Thread is { } thread ? context.Machine.FindDescriptors(thread)?.Find(number) : null;

    static bool GetCapabilities(ulong bits, FieldScratch scratch, ref FieldValue value)
    {
        var text = scratch.NewText();
        CapabilityNames.Append(text, bits);
        return value.Set(text.Written);
    }
}
