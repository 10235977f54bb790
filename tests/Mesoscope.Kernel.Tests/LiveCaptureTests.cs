using System.Diagnostics;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel.Tests;

public sealed class LiveCaptureTests
{
    [LiveTheory]
    [InlineData(null)]
    [InlineData(HookKind.Raw)]
    public void ReadNext_WhileAProgramRuns_DeliversItsCallsInOrderOfTime(HookKind? hooks)
    {
        using var capture = LiveCapture.Open(new LiveOptions { Hooks = hooks });
        Assert.Equal(hooks ?? capture.Hooks, capture.Hooks);
        Assert.Equal(hooks is null && capture.Hooks == HookKind.Raw, capture.HookRefusal is not null);
        using var program = Process.Start("/bin/cat", "/etc/hostname");
        program.WaitForExit();
        capture.Stop();

        var types = new List<string>();
        var next = new Event();
        var time = 0UL;
        for (var step = capture.ReadNext(next); step != LiveStep.Ended; step = capture.ReadNext(next))
        {
            if (step != LiveStep.Event)
            {
                continue;
            }

            Assert.True(next.Timestamp >= time, $"{next.Type} is older than the event before");
            time = next.Timestamp;
            Assert.False(next.IsCut);
            if (next.ThreadId == program.Id)
            {
                types.Add((next.Info.IsEnter ? ">" : "<") + (next.Info.IsGeneric ? EventSchema.GetSyscall((int)next.UInt32(0)).Name : next.Info.Name));
            }
        }

        Assert.Contains("<read", types);
        Assert.Contains(">close", types);
        Assert.Contains(">exit_group", types);
        Assert.Equal(0UL, capture.Drops.LostEvents);
    }
}
