using System.Diagnostics;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel.Tests;

public sealed class StatePayloadTests
{
    const int Sent = 3000;
    const string Program = "use Socket; socketpair(my $p, my $q, AF_UNIX, SOCK_STREAM, PF_UNSPEC); syswrite($p, 'x' x 3000); recv($q, my $t, 3000, 0)";

    [LiveTheory]
    [InlineData(HookKind.Typed, false, Sent)]
    [InlineData(HookKind.Typed, true, 80)]
    [InlineData(HookKind.Raw, true, 80)]
    public void ReadNext_EventOfAProcessThatIsNotWanted_HasLittlePayload(HookKind hooks, bool isAnotherWanted, int expected)
    {
        var state = new EventTypeSet();
        state.Add(EventType.SocketRecvfromExit);
        using var capture = LiveCapture.Open(new LiveOptions
        {
            Hooks = hooks,
            PayloadBytes = 4000,
            Filter = new KernelFilter { State = state, ProcessIds = isAnotherWanted ? [1] : [] },
        });
        using var program = Process.Start("/usr/bin/perl", ["-e", Program]);
        program.WaitForExit();
        capture.Stop();

        var payloads = new List<int>();
        var next = new Event();
        for (var step = capture.ReadNext(next); step != LiveStep.Ended; step = capture.ReadNext(next))
        {
            if (step == LiveStep.Event && next.ThreadId == program.Id && next.Type == EventType.SocketRecvfromExit && next.Int64(0) == Sent)
            {
                payloads.Add(next.Parameter(1).Length);
            }
        }

        Assert.Equal([expected], payloads);
    }
}
