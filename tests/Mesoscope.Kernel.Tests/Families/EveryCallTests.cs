using Mesoscope.Events.Schema;
using Mesoscope.Testing.Calls;

namespace Mesoscope.Kernel.Tests.Families;

public sealed class EveryCallTests
{
    // What ends, stops, duplicates or changes the process that makes it even with senseless arguments.
    static readonly string[] s_left =
    [
        "exit", "exit_group", "rt_sigreturn", "pause", "vhangup", "sync", "set_tid_address", "umask", "alarm", "restart_syscall", "uretprobe",
        "fork", "vfork", "kill", "setsid", "reboot", "munlockall", "rt_sigsuspend",
    ];

    [LiveFact]
    public void EverySystemCall_MadeWithSenselessArguments_MakesItsTwoEvents()
    {
        var calls = TableCall.All.Values.Where(static call => !s_left.Contains(call.Name)).OrderBy(static call => call.Number).ToList();
        Assert.True(calls.Count > 330, $"the table has {calls.Count} calls");
        using var scene = new CallScene();
        var recorded = RecordedCall.Record(() => calls.ForEach(call => scene.Make(call.Name, [-1, -1, -1, -1, -1, -1])));

        var at = 0;
        foreach (var call in calls)
        {
            at = Find(recorded, at, call, isEnter: true);
            at = Find(recorded, at, call, isEnter: false);
        }
    }

    static int Find(List<RecordedCall> recorded, int from, TableCall call, bool isEnter)
    {
        var type = CallTypes.Of(call, isEnter);
        var isGeneric = type is EventType.GenericEnter or EventType.GenericExit;
        var found = recorded.FindIndex(from, c => c.Type == type && (!isGeneric || MadeCall.IsExpected(call.Number, c.Parameters[1])));
        Assert.True(found >= 0, $"the {(isEnter ? "enter" : "exit")} event of {call.Name} ({call.Number}) is missing: expected {type}");
        Assert.Equal(SysdigParameters(type), recorded[found].Parameters.Length);
        return found + 1;
    }

    // The generic exit event had one parameter in the format of 0.29.3; the second says which of the nameless calls it was.
    static int SysdigParameters(EventType type) => type == EventType.GenericExit ? 2 : EventSchema.Get(type).ShownParameterCount;
}
