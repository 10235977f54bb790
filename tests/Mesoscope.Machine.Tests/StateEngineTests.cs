using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;
using Mesoscope.Testing.Events;

namespace Mesoscope.Machine.Tests;

public sealed class StateEngineTests
{
    [Fact]
    public void Process_ByAnUnknownThread_MakesOneUp()
    {
        var scene = new Scene();
        Assert.True(scene.RunOn(500, EventType.SyscallGetuidEnter));
        var thread = scene.Thread(500)!;
        Assert.Equal(("<NA>", 500L, -1L, uint.MaxValue, -1L), (Scene.Text(thread.Comm), thread.Pid, thread.ParentTid, thread.Uid, thread.SessionId));
    }

    [Fact]
    public void Process_ByMoreThreadsThanTheLimit_RefusesAndCounts()
    {
        var scene = new Scene(new MachineLimits { Threads = 3 });
        for (var tid = 500; tid < 510; tid++)
        {
            scene.RunOn(tid, EventType.SyscallGetuidEnter);
        }

        Assert.Equal(3, scene.Machine.Threads.Count);
        Assert.Equal(8, scene.Machine.RefusedThreadCount);
        Assert.Null(scene.Context.Thread);
    }

    [Fact]
    public void Process_OfAReturn_TellsErrorLatencyAndDescriptor()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Run(EventType.SyscallReadEnter, 3, 10);
        scene.Time += 99;
        scene.Run(EventType.SyscallReadExit, -11, Array.Empty<byte>());
        Assert.Equal((11, 100ul, "/home/a"), (scene.Context.ErrorCode, scene.Context.Thread!.Latency, scene.EventName));
    }

    [Fact]
    public void Process_OfAReturnThatIsNotOfTheEntry_HasNoDescriptor()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Run(EventType.SyscallWriteEnter, 3, 10);
        scene.Run(EventType.SyscallReadExit, -11, Array.Empty<byte>());
        Assert.Null(scene.Context.Descriptor);
        Assert.Equal(0, scene.Context.ErrorCode);
    }

    [Fact]
    public void Process_OfAReturnThatHoldsTheDescriptor_NeedsNoEntry()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Run(EventType.SyscallReadExit, 2, "xy"u8.ToArray(), 3, 10);
        Assert.Equal("/home/a", scene.EventName);
    }

    [Fact]
    public void Process_WithAFilter_AppliesStateEventsFirstAndForgetsTheOthers()
    {
        var scene = new Scene { Filter = new TypeFilter(EventType.SyscallReadExit) };
        scene.Open(3, "a");
        Assert.NotNull(scene.Descriptor(3));
        Assert.False(scene.Run(EventType.SyscallReadEnter, 3, 10));
        Assert.Equal(ThreadState.NoEventType, scene.Thread(Scene.Shell)!.LastEventType);
        Assert.True(scene.Run(EventType.SyscallReadExit, 1, "x"u8.ToArray()));
        Assert.Null(scene.Context.Descriptor);
        Assert.Equal(4, scene.Context.Event.Number);
    }

    [Fact]
    public void Process_PassingOverTypes_LeavesTheSameState()
    {
        var slow = new Scene { Filter = new TypeFilter(EventType.SyscallDupExit, canTell: false) };
        var quick = new Scene { Filter = new TypeFilter(EventType.SyscallDupExit, canTell: true) };
        foreach (var scene in (Scene[])[slow, quick])
        {
            scene.Open(3, "a");
            scene.Run(EventType.SyscallReadEnter, 3, 10);
            scene.Time += 10;
            scene.Run(EventType.SyscallReadExit, 1, "x"u8.ToArray());
            scene.RunOn(600, EventType.SyscallPollEnter, new byte[2], 5);
            scene.Run(EventType.SyscallLseekEnter, 3, 0, 0);
        }

        foreach (var tid in (long[])[Scene.Shell, 600])
        {
            var (a, b) = (slow.Thread(tid)!, quick.Thread(tid)!);
            Assert.Equal((a.LastEventFd, a.LastEventType, a.Latency, a.EnterTime, a.Flags, a.LastEventTime), (b.LastEventFd, b.LastEventType, b.Latency, b.EnterTime, b.Flags, b.LastEventTime));
        }
    }

    [Fact]
    public void Process_OfWhatLaterRecordersTellOfUsers_CountsNothing()
    {
        var scene = new Scene();
        Assert.False(scene.Run(EventType.UserAddedEnter, 5, 6, "ann", "/home/ann", "/bin/sh", ""));
        Assert.Equal("ann", Scene.Text(scene.Machine.Users.FindUser(5)!.Name));
        scene.Run(EventType.SyscallGetuidEnter);
        Assert.Equal(1, scene.Context.Event.Number);
    }

    [Fact]
    public void Process_OfEventsKeptForTheState_HidesThem()
    {
        var scene = new Scene();
        var bytes = EventBuilder.Bytes(EventType.SyscallChdirExit, 5, Scene.Shell, 0, "/srv");
        Assert.False(scene.RunBytes(bytes, EventBlockFlags.StateOnly));
        Assert.Equal("/srv/", Scene.Text(scene.Thread(Scene.Shell)!.WorkingDirectory));
    }

    [Fact]
    public void Process_AfterANewSection_GoesOnCountingWithAnEmptyMachine()
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallGetuidEnter);
        scene.Machine.BeginSection();
        scene.Machine.EndSnapshot();
        scene.Run(EventType.SyscallGetuidEnter);
        Assert.Equal(2, scene.Context.Event.Number);
        Assert.Equal("<NA>", Scene.Text(scene.Context.Thread!.Comm));
    }

    [Fact]
    public void Process_OfOddParameters_DoesNotFail()
    {
        var scene = new Scene();
        for (var type = 0; type < EventSchema.EventTypeCount; type++)
        {
            var info = EventSchema.Get((EventType)type);
            for (var size = 0; size < 3; size++)
            {
                for (var count = 0; count <= info.Parameters.Length; count++)
                {
                    var values = Enumerable.Range(0, count).Select(i => (object)Enumerable.Repeat((byte)(size + 1), size).ToArray()).ToArray();
                    scene.RunOn(Scene.Shell + count, (EventType)type, values);
                }
            }
        }

        Assert.True(scene.Machine.Threads.Count > 1);
    }

    [Theory]
    [InlineData(EventType.SchedswitchV6Enter, true)]
    [InlineData(EventType.SchedswitchV1Enter, false)]
    public void Process_Switch_BelongsToItsThreadInTheLastEditionOnly(EventType type, bool expected)
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallFutexEnter, 1, 2, 3);
        scene.Run(EventType.SyscallFutexExit, 0);
        scene.Run(type, 7);
        Assert.Equal(Scene.Shell, scene.Context.Thread?.Tid);
        Assert.Equal(expected, scene.Context.OwnThread is { Latency: > 0 });
    }

    [Fact]
    public void Process_InSteadyState_AllocatesNothing()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.OpenSocket(4, 1, 2);
        byte[][] events =
        [
            EventBuilder.Bytes(EventType.SyscallReadEnter, 1, Scene.Shell, 3, 10),
            EventBuilder.Bytes(EventType.SyscallReadExit, 2, Scene.Shell, 1, "x"u8.ToArray()),
            EventBuilder.Bytes(EventType.SyscallPollEnter, 3, Scene.Shell, new byte[2], 5),
            EventBuilder.Bytes(EventType.SyscallPollExit, 4, Scene.Shell, 0, new byte[2]),
            EventBuilder.Bytes(EventType.SyscallFutexEnter, 5, Scene.Shell, 1, 2, 3),
            EventBuilder.Bytes(EventType.SyscallFutexExit, 6, Scene.Shell, 0),
            EventBuilder.Bytes(EventType.SchedswitchV6Enter, 7, Scene.Shell, 0, 1, 2, 3, 4, 5),
            EventBuilder.Bytes(EventType.SocketSendmsgEnter, 8, Scene.Shell, 4, 1, (byte[])[1, .. new byte[16], .. "/run/s\0"u8]),
            EventBuilder.Bytes(EventType.SocketSendmsgExit, 9, Scene.Shell, 1, "x"u8.ToArray()),
        ];
        for (var i = 0; i < 100; i++)
        {
            Array.ForEach(events, e => scene.RunBytes(e));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            foreach (var e in events)
            {
                scene.RunBytes(e);
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    sealed class TypeFilter(EventType wanted, bool canTell = false) : IEventFilter
    {
        public bool Matches(EventContext context) => context.Event.Type == wanted;

        public bool CanMatch(EventType type) => !canTell || type == wanted;
    }
}
