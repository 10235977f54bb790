using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>The fields of descriptors and memory that a process has in use.</summary>
static class ResourceRows
{
    public static FieldRow[] Create() =>
    [
        OfNumber("proc.fdopencount", ParameterType.UInt64, "How many descriptors the process has open.", static (c, s, ref v) =>
            Main(c) is { } main && v.Set((long)main.Descriptors.Count)),
        OfNumber("proc.fdlimit", ParameterType.Int64, "How many descriptors the process may open.", static (c, s, ref v) =>
            Main(c) is { } main && v.Set(main.DescriptorLimit)),
        OfNumber("proc.fdusage", ParameterType.Double, "Open descriptors in percent of the process's limit.", static (c, s, ref v) =>
            Main(c) is { } main && v.Set(UsedPercent(main), s)),
        OfNumber("proc.vmsize", ParameterType.UInt64, "Virtual memory of the process in KiB.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set((ulong)t.VirtualMemoryKiB)),
        OfNumber("proc.vmrss", ParameterType.UInt64, "Resident memory of the process in KiB.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set((ulong)t.ResidentMemoryKiB)),
        OfNumber("proc.vmswap", ParameterType.UInt64, "Swapped memory of the process in KiB.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set((ulong)t.SwapMemoryKiB)),
        OfNumber("thread.pfmajor", ParameterType.UInt64, "Major page faults since the thread's start.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.MajorFaults)),
        OfNumber("thread.pfminor", ParameterType.UInt64, "Minor page faults since the thread's start.", static (c, s, ref v) =>
            c.Thread is { } t && v.Set(t.MinorFaults)),
    ];

    static ThreadState? Main(EventContext context) => context.Thread is { } thread ? context.Machine.FindMainThread(thread) : null;

    static double UsedPercent(ThreadState main) =>
        main.DescriptorLimit <= 0 ? 0 : Math.Min((double)main.Descriptors.Count * 100 / main.DescriptorLimit, 100);
}
