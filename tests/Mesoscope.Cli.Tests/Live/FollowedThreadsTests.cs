using Mesoscope.Cli.Live;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Testing.Events;

namespace Mesoscope.Cli.Tests.Live;

public sealed class FollowedThreadsTests
{
    readonly FollowedThreads _threads = new([10]);

    [Fact]
    public void Watch_ChildOfAFollowedThread_IsFollowed()
    {
        Clone(tid: 11, pid: 11, parent: 10);
        Clone(tid: 21, pid: 21, parent: 20);

        Assert.True(_threads.Contains(11));
        Assert.False(_threads.Contains(21));
    }

    [Fact]
    public void Watch_ThreadOfAFollowedProcess_IsFollowed()
    {
        Clone(tid: 12, pid: 10, parent: 1);

        Assert.True(_threads.Contains(12));
    }

    [Fact]
    public void Watch_Orphan_IsStillFollowedWithItsChildren()
    {
        Clone(tid: 11, pid: 11, parent: 10);
        End(10);
        Clone(tid: 12, pid: 12, parent: 11);

        Assert.False(_threads.Contains(10));
        Assert.True(_threads.Contains(11) && _threads.Contains(12));
    }

    [Fact]
    public void Watch_End_BelongsToTheThreadItself()
    {
        End(10);

        Assert.True(_threads.Contains(10));
        Assert.True(_threads.IsEmpty);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(3, false)]
    public void Watch_ReturnInTheParent_FollowsTheChildWhoseNumberIsTheMachines(long numberInNamespace, bool isFollowed)
    {
        var none = Array.Empty<byte>();
        Watch(EventBuilder.Bytes(
            EventType.SyscallCloneV20Exit, 1, 10, 99L, "sh", none, 10L, 10L, 1L, "", 1024L, 0UL, 0UL, 0u, 0u, 0u, "sh", none, 0u, 0u, 0u, numberInNamespace, numberInNamespace));

        Assert.Equal(isFollowed, _threads.Contains(99));
    }

    [Fact]
    public void AreGone_LostEnds_AreNoticedAndTheirEventsStillBelong()
    {
        Assert.True(_threads.AreGone(static _ => false));
        Assert.False(_threads.AreGone(static _ => true));
        Assert.True(_threads.Contains(10));
    }

    void Clone(long tid, long pid, long parent) =>
        Watch(EventBuilder.Bytes(EventType.SyscallCloneV20Exit, 1, tid, 0L, "sh", Array.Empty<byte>(), tid, pid, parent));

    void End(long tid) => Watch(EventBuilder.Bytes(EventType.ProcexitV1Enter, 1, tid, 0L));

    void Watch(byte[] bytes)
    {
        var e = new Event();
        e.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
        _threads.Watch(e);
    }
}
