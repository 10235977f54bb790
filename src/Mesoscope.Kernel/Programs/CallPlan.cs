using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel.Programs;

/// <summary>Which program handles which system call, in both directions, for one filter.</summary>
sealed class CallPlan
{
    /// <summary>Rows of the programs' table; system calls with higher numbers are not known to them. Keep in sync with MAX_SYSCALLS in bpf/settings.h.</summary>
    public const int MaxSyscalls = 512;

    // The last code in the table of sysdig 0.29.3 (open_by_handle_at). It ends when it shall name a higher one; 0 is the call without a name.
    const ushort LastReferenceCode = 329;

    // Calls that are handled by the program of another, which looks at the number: what verifies slowly is loaded once.
    static readonly Dictionary<string, string> s_shared = new()
    {
        ["syscall_fork_20_x"] = "syscall_clone_20_x",
        ["syscall_vfork_20_x"] = "syscall_clone_20_x",
        ["syscall_clone3_x"] = "syscall_clone_20_x",
        ["syscall_execveat_x"] = "syscall_execve_19_x",
        ["syscall_ppoll_x"] = "syscall_poll_x",
    };

    CallPlan(PlannedCall[] calls) => Calls = calls;

    /// <summary>By number of the system call.</summary>
    public PlannedCall[] Calls { get; }

    /// <summary>Names of the programs that are needed.</summary>
    public IEnumerable<string> ProgramNames => Calls.SelectMany(c => new[] { c.EnterProgram, c.ExitProgram }).OfType<string>().Distinct();

    /// <summary>True when some enter event is wanted.</summary>
    public bool HasEnter => Calls.Any(c => c.Enter != CallHandling.None);

    /// <summary>True when some exit event is wanted.</summary>
    public bool HasExit => Calls.Any(c => c.Exit != CallHandling.None);

    /// <summary>Makes a plan.</summary>
    /// <param name="options">The filter, and which types may be used.</param>
    /// <param name="isArm">True for aarch64, false for x86_64.</param>
    /// <param name="programs">Names of the programs that there are; a system call whose program is missing makes generic events.</param>
    public static CallPlan Make(LiveOptions options, bool isArm, IReadOnlySet<string> programs)
    {
        var calls = new PlannedCall[MaxSyscalls];
        for (var number = 0; number < calls.Length; number++)
        {
            calls[number] = Plan(options.Filter, new SyscallRow("", number, 0, default, default), default, isNamed: true);
        }

        foreach (var row in SyscallRow.ReadAll(isArm))
        {
            var call = !options.OnlyReferenceTypes && !row.LaterEvent.IsGeneric && HasProgram(programs, row.LaterEvent) ? row.LaterEvent : row.Event;
            var isNamed = !options.OnlyReferenceTypes || row.Code <= LastReferenceCode;
            calls[row.Number] = Plan(options.Filter, row, HasProgram(programs, call) ? call : default, isNamed);
        }

        return new CallPlan(calls);
    }

    static PlannedCall Plan(KernelFilter filter, SyscallRow row, CallEvent call, bool isNamed)
    {
        var enter = Handling(filter, call.Enter, row.Code);
        var exit = Handling(filter, call.Exit, row.Code);
        return new PlannedCall(
            isNamed ? row.Code : (ushort)0,
            enter,
            exit,
            (enter & CallHandling.Program) != 0 ? NameOf(call.Stem + "_e") : null,
            (exit & CallHandling.Program) != 0 ? NameOf(call.Stem + "_x") : null);
    }

    static CallHandling Handling(KernelFilter filter, EventType type, ushort code)
    {
        var isGeneric = type is EventType.GenericEnter or EventType.GenericExit;
        var isState = filter.State.Contains(type);
        var isWanted = filter.Wanted.Contains(type) && (!isGeneric || filter.GenericSyscalls is not { } codes || codes.Contains(code));
        return !isState && !isWanted
            ? CallHandling.None
            : (isGeneric ? CallHandling.Generic : CallHandling.Program) | (isState ? CallHandling.State : CallHandling.None);
    }

    static bool HasProgram(IReadOnlySet<string> programs, CallEvent call) =>
        call.IsGeneric || (programs.Contains(NameOf(call.Stem + "_e")) && programs.Contains(NameOf(call.Stem + "_x")));

    static string NameOf(string program) => s_shared.GetValueOrDefault(program, program);
}
