using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>The last fields of the list: session, terminal, executable, health probes of containers.</summary>
static class SessionRows
{
    public static FieldRow[] Create() =>
    [
        OfId("proc.sid", "Session id.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.SessionId)),
        OfText("proc.sname", "Name of the session's leader: the process whose id is proc.sid, or the oldest ancestor in the same session.", static (c, s, ref v) =>
            Ancestors.FindSessionLeader(c) is { } leader && v.Set(leader.Comm)),
        new(new FieldInfo("proc.tty", ParameterType.Int32, PrintFormat.Id, "Number of the controlling terminal; 0 for none."), static (c, s, ref v) =>
            c.Thread is { } t && v.Set((long)t.Tty)),
        OfText("proc.exepath", "Full path of the executable.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.ExePath)),
        OfText("thread.nametid", "Name and thread id together: tells threads apart in views.", static (c, s, ref v) =>
        {
            if (c.Thread is not { } thread)
            {
                return false;
            }

            var text = s.NewText();
            text.Append(thread.Comm);
            text.AppendDecimal(c.Event.ThreadId);
            return v.Set(text.Written);
        }).AsUnlisted(),
        OfId("proc.vpgid", "Process group id in the process's own pid namespace.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.VirtualGroupId)),
        OfBool("proc.is_container_healthcheck", "True when the process runs as part of its container's health check.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.Category == ThreadCategory.HealthCheck)),
        OfBool("proc.is_container_liveness_probe", "True when the process runs as part of its container's liveness probe.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.Category == ThreadCategory.LivenessProbe)),
        OfBool("proc.is_container_readiness_probe", "True when the process runs as part of its container's readiness probe.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.Category == ThreadCategory.ReadinessProbe)),
        OfBool("proc.is_exe_writable", "True when the user who started the process may write to its executable.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.IsExeWritable)),
    ];
}
