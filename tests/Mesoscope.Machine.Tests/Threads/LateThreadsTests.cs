using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Threads;

public sealed class LateThreadsTests
{
    const uint SharingThread = (uint)(ThreadFlags.Thread | ThreadFlags.SharesFiles);

    readonly Scene _scene = new();
    int _asked;

    [Fact]
    public void Process_EventOfAnUnknownThread_ReadsItsProcess()
    {
        _scene.Machine.ProcessReader = Read;

        _scene.RunOn(301, EventType.SyscallReadEnter, 4L, 10);

        Assert.Equal("late", Scene.Text(_scene.Context.Thread!.Comm));
        Assert.Equal(300, _scene.Context.Thread.Pid);
        Assert.Equal("/tmp/x", Scene.Text(_scene.Context.Descriptor!.Name));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public void Process_ThreadThatIsGone_IsAskedForOnce()
    {
        _scene.Machine.ProcessReader = (_, _) => _asked++;

        _scene.RunOn(301, EventType.SyscallReadEnter, 4L, 10);
        _scene.RunOn(301, EventType.SyscallReadEnter, 4L, 10);

        Assert.Equal("<NA>", Scene.Text(_scene.Context.Thread!.Comm));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public void Process_KnownThreadOfTheProcess_StaysAsItIs()
    {
        _scene.Machine.ProcessReader = (_, sink) =>
        {
            sink.AddThread(new ThreadEntry { Tid = Scene.Shell, Pid = Scene.Shell, Comm = Scene.Utf8("changed") });
            sink.AddThread(new ThreadEntry { Tid = 301, Pid = Scene.Shell, Comm = Scene.Utf8("late"), Flags = SharingThread });
        };
        _scene.Open(3, "a");

        _scene.RunOn(301, EventType.SyscallReadEnter, 3L, 10);

        Assert.Equal("sh", Scene.Text(_scene.Machine.FindThread(Scene.Shell)!.Comm));
        Assert.Equal("/home/a", Scene.Text(_scene.Context.Descriptor!.Name));
    }

    [Fact]
    public void Process_WithoutAReader_MakesTheThreadUp()
    {
        _scene.RunOn(301, EventType.SyscallReadEnter, 4L, 10);

        Assert.Equal("<NA>", Scene.Text(_scene.Context.Thread!.Comm));
        Assert.Equal(0, _scene.Machine.ReadProcessCount);
    }

    void Read(long tid, ISnapshotSink sink)
    {
        _asked++;
        Assert.Equal(301, tid);
        sink.AddThread(new ThreadEntry { Tid = 300, Pid = 300, Comm = Scene.Utf8("late") });
        sink.AddDescriptor(300, new DescriptorEntry { Number = 4, Type = DescriptorType.File, Name = Scene.Utf8("/tmp/x") });
        sink.AddThread(new ThreadEntry { Tid = 301, Pid = 300, Comm = Scene.Utf8("late"), Flags = SharingThread });
    }
}
