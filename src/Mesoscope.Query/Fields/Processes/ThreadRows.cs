using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>The fields of the thread as such: ids, processor time, control groups.</summary>
static class ThreadRows
{
    public const string CgroupName = "thread.cgroup";

    public static FieldRow[] Create() =>
    [
        OfId("thread.tid", "Thread id.", static (c, s, ref v) => v.Set(c.Event.ThreadId)),
        OfBool("thread.ismain", "True for the main thread of a process.", static (c, s, ref v) => c.Thread is { } t && v.Set(t.IsMainThread)),
        OfNumber("thread.exectime", ParameterType.RelTime, "Nanoseconds that the thread had the processor before this switch; 0 for events that are no switches.", static (c, s, ref v) =>
            v.Set(SwitchClock.Measure(c, s))) with { IsStateful = true },
        OfNumber("thread.totexectime", ParameterType.RelTime, "Nanoseconds of processor time of the thread since the capture began, as its switches show it.", static (c, s, ref v) =>
        {
            var time = SwitchClock.Measure(c, s);
            return c.Thread is { } t && v.Set(ThreadCounter.Of(t, s).Value += time);
        }) with { IsStateful = true },
        OfText("thread.cgroups", "All control groups of the thread, subsystem=path with blanks between.", static (c, s, ref v) =>
        {
            var text = s.NewText();
            return c.Thread is { } t && ControlGroups.TryAppendAll(text, t.Cgroups) && v.Set(text.Written);
        }),
        OfText(CgroupName, "Control group of the thread in one subsystem, as in thread.cgroup.cpuacct.", static (c, s, ref v) =>
            c.Thread is { } t && ControlGroups.TryFind(t.Cgroups, s.ArgumentName, s.NewText(), out var path) && v.Set(path)).WithArgument(),
        OfId("thread.vtid", "Thread id in the thread's own pid namespace.", static (c, s, ref v) => c.Thread is { VirtualTid: not -1 } t && v.Set(t.VirtualTid)),
        OfId("proc.vpid", "Process id in the process's own pid namespace.", static (c, s, ref v) => c.Thread is { VirtualPid: not -1 } t && v.Set(t.VirtualPid)),
        Cpu("thread.cpu", "Processor time of the thread in the last second, in percent; set for procinfo events.", static (c, s, ref v) => GetCpu(c, s, ref v, true, true)),
        Cpu("thread.cpu.user", "As thread.cpu, user time only.", static (c, s, ref v) => GetCpu(c, s, ref v, true, false)),
        Cpu("thread.cpu.system", "As thread.cpu, system time only.", static (c, s, ref v) => GetCpu(c, s, ref v, false, true)),
        OfNumber("thread.vmsize", ParameterType.UInt64, "For main threads the virtual memory of the process in KiB, for others 0.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.IsMainThread ? t.VirtualMemoryKiB : 0ul)),
        OfNumber("thread.vmrss", ParameterType.UInt64, "For main threads the resident memory of the process in KiB, for others 0.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.IsMainThread ? t.ResidentMemoryKiB : 0ul)),
        // The products have 32 bits, as sysdig's have.
        OfNumber("thread.vmsize.b", ParameterType.UInt64, "As thread.vmsize, in bytes.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.IsMainThread ? t.VirtualMemoryKiB * 1024u : 0ul)).AsUnlisted(),
        OfNumber("thread.vmrss.b", ParameterType.UInt64, "As thread.vmrss, in bytes.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.IsMainThread ? t.ResidentMemoryKiB * 1024u : 0ul)).AsUnlisted(),
    ];

    static FieldRow Cpu(string name, string description, FieldExtractor extract) =>
        new(new FieldInfo(name, ParameterType.Double, PrintFormat.None, description), extract) { IsStateful = true };

    static bool GetCpu(EventContext context, FieldScratch scratch, ref FieldValue value, bool isUser, bool isSystem)
    {
        if (context.Thread is not { } thread || context.Event.Type != EventType.ProcinfoEnter)
        {
            return false;
        }

        var total = (isUser ? context.Event.UInt64(0) : 0) + (isSystem ? context.Event.UInt64(1) : 0);
        var counter = ThreadCounter.Of(thread, scratch);
        var percent = counter.Value == 0 ? 0 : Math.Min(total - counter.Value, 100.0);
        counter.Value = total;
        return value.Set(percent, scratch);
    }
}
