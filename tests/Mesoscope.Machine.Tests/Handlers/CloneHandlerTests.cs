using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class CloneHandlerTests
{
    const long Child = 200;

    [Fact]
    public void Clone_SeenInTheParentFirst_MakesAChildWithCopies()
    {
        var scene = new Scene();
        scene.Open(3, "notes");
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1, comm: "make");
        var child = scene.Thread(Child)!;
        Assert.Equal((Child, Scene.Shell, "make", 1000u, 1001u, 7L), (child.Pid, child.ParentTid, Scene.Text(child.Comm), child.Uid, child.Gid, child.SessionId));
        Assert.Equal("/home/notes", scene.Name(3, Child));
        Assert.Equal("/home/", Scene.Text(scene.Machine.GetWorkingDirectory(child)));
        scene.Clone(Child, 0, Child, Scene.Shell, comm: "make");
        Assert.Same(child, scene.Thread(Child));
    }

    [Fact]
    public void Clone_SeenInTheChildFirst_KeepsTheChildOfThatEvent()
    {
        var scene = new Scene();
        Assert.True(scene.Clone(Child, 0, Child, Scene.Shell));
        var child = scene.Thread(Child)!;
        Assert.Same(child, scene.Context.Thread);
        Assert.True((child.Flags & ThreadFlags.CloneInverted) != 0);
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1);
        Assert.Same(child, scene.Thread(Child));
    }

    [Fact]
    public void Clone_OfAThread_SharesDescriptorsAndDirectory()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1, ThreadFlags.Thread | ThreadFlags.SharesFiles);
        scene.Open(5, "shared", Child);
        Assert.Equal("/home/shared", scene.Name(5));
        Assert.Equal((Scene.Shell, 1L), (scene.Thread(Child)!.Pid, scene.Thread(Scene.Shell)!.ChildCount));
    }

    [Fact]
    public void Clone_WithAReusedPid_ReplacesTheOldThread()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1, comm: "old");
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1, comm: "new");
        Assert.Equal("new", Scene.Text(scene.Thread(Child)!.Comm));
        Assert.Same(scene.Thread(Scene.Shell), scene.Context.Thread);
    }

    [Fact]
    public void Clone_InAChildThatIsLongKnown_TakesItForAnother()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1, comm: "old");
        scene.Time += 3 * Scene.Second;
        scene.Clone(Child, 0, Child, Scene.Shell, comm: "new");
        Assert.Equal("new", Scene.Text(scene.Thread(Child)!.Comm));
    }

    [Fact]
    public void Clone_IntoAPidNamespace_WaitsForTheChild()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, 5, Scene.Shell, 1, ThreadFlags.ChildInPidNamespace);
        Assert.Null(scene.Thread(5));
        scene.Clone(Child, 0, Child, Scene.Shell, ThreadFlags.ChildInPidNamespace, vtid: 5, vpid: 5);
        Assert.Equal((5L, 5L), (scene.Thread(Child)!.VirtualTid, scene.Thread(Child)!.VirtualPid));
    }

    [Fact]
    public void Clone_ByAnUnknownParent_TellsItsName()
    {
        var scene = new Scene();
        scene.Clone(900, 901, 900, 1, comm: "job");
        Assert.Equal(("job", "job"), (Scene.Text(scene.Thread(900)!.Comm), Scene.Text(scene.Thread(901)!.Comm)));
    }

    [Fact]
    public void Clone_ThatFailed_MakesNothing()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, -11, Scene.Shell, 1);
        Assert.Equal(1, scene.Machine.Threads.Count);
    }

    [Fact]
    public void Vfork_OfVersion16_ReadsItsLayout()
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallVforkExit, Child, "/bin/true", "x\0"u8.ToArray(), Scene.Shell, Scene.Shell, 1, "", 64, 1, 2, 3, 4, 5, (long)ThreadFlags.VFork, 42, 43);
        var child = scene.Thread(Child)!;
        Assert.Equal(("/bin/true", 42u, 43u, 64L), (Scene.Text(child.Comm), child.Uid, child.Gid, child.DescriptorLimit));
    }

    [Fact]
    public void ProcessExit_OfAMainThread_KeepsItWhileOthersLive()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, Child, Scene.Shell, 1, ThreadFlags.Thread | ThreadFlags.SharesFiles);
        scene.Run(EventType.ProcexitV1Enter, 0, 0, 0, 0);
        scene.RunOn(Child, EventType.SyscallGetuidEnter);
        Assert.NotNull(scene.Thread(Scene.Shell));
        scene.RunOn(Child, EventType.ProcexitV1Enter, 0, 0, 0, 0);
        Assert.Same(scene.Thread(Child), scene.Context.Thread);
        scene.RunOn(300, EventType.SyscallGetuidEnter);
        Assert.Null(scene.Thread(Child));
        Assert.Equal(0, scene.Thread(Scene.Shell)!.ChildCount);
    }
}
