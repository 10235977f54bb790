using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel.Programs;

/// <summary>Which programs are attached: none whose events nobody wants, since a hook costs even when it does nothing.</summary>
static class HookPlan
{
    /// <summary>Names of the programs to attach.</summary>
    /// <param name="options">What is wanted.</param>
    /// <param name="calls">The plan for system calls.</param>
    public static IEnumerable<string> Names(LiveOptions options, CallPlan calls)
    {
        var filter = options.Filter;
        var isFollowing = filter.FollowedProcessIds.Count > 0;
        var isNaming = filter.Names.Count > 0;
        var isContaining = filter.ContainerIds.Count > 0;
        (string Name, bool IsNeeded)[] hooks =
        [
            ("dispatch_enter", calls.HasEnter),
            ("dispatch_exit", calls.HasExit),
            ("hook_process_exit", isFollowing || isNaming || isContaining || ProcessExit(filter) != CallHandling.None),
            ("hook_process_fork", isFollowing || isNaming || isContaining),
            ("hook_process_exec", isNaming),
            ("hook_switch", filter.Wanted.Contains(EventType.SchedswitchV6Enter)),
            ("hook_signal", filter.Wanted.Contains(EventType.SignaldeliverEnter)),
            ("hook_page_fault_user", options.PageFaults && filter.Wanted.Contains(EventType.PageFaultEnter)),
            ("hook_page_fault_kernel", options.PageFaults && filter.Wanted.Contains(EventType.PageFaultEnter)),
        ];
        return hooks.Where(h => h.IsNeeded).Select(h => h.Name);
    }

    /// <summary>What is done when a process ends.</summary>
    public static CallHandling ProcessExit(KernelFilter filter) => filter.State.Contains(EventType.ProcexitV1Enter)
        ? CallHandling.Program | CallHandling.State
        : filter.Wanted.Contains(EventType.ProcexitV1Enter) ? CallHandling.Program : CallHandling.None;
}
