using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class ExecveHandlerTests
{
    [Fact]
    public void Execve_OfARelativePath_RenamesTheThread()
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallExecveV19Enter, "./tool");
        Execve(scene, Scene.Shell, Scene.Shell, 0);
        var thread = scene.Thread(Scene.Shell)!;
        Assert.Equal(("tool", "/home/tool", 7L, 55), (Scene.Text(thread.Comm), Scene.Text(thread.ExePath), thread.VirtualGroupId, thread.LoginUid));
        Assert.True(thread.IsExeWritable);
        Assert.Equal(ThreadFlags.Active | ThreadFlags.NameChanged, thread.Flags);
    }

    [Fact]
    public void Execve_ThatFailed_ChangesNothing()
    {
        var scene = new Scene();
        Execve(scene, Scene.Shell, Scene.Shell, -2);
        Assert.Equal("sh", Scene.Text(scene.Thread(Scene.Shell)!.Comm));
    }

    [Fact]
    public void Execve_OfAnUnknownThread_LearnsItsParent()
    {
        var scene = new Scene();
        Execve(scene, 900, 900, 0);
        Assert.Equal((12L, "tool"), (scene.Thread(900)!.ParentTid, Scene.Text(scene.Thread(900)!.Comm)));
    }

    [Fact]
    public void Execve_InAThreadThatIsNotMain_KeepsTheInvertedFlagOnly()
    {
        var scene = new Scene();
        scene.Clone(200, 0, Scene.Shell, 1, ThreadFlags.Thread | ThreadFlags.SharesFiles);
        Execve(scene, 200, 200, 0);
        Assert.Equal(ThreadFlags.Active | ThreadFlags.NameChanged | ThreadFlags.CloneInverted, scene.Thread(200)!.Flags);
        Assert.Equal(200, scene.Thread(200)!.Pid);
    }

    static void Execve(Scene scene, long tid, long pid, long result) => scene.RunOn(
        tid, EventType.SyscallExecveV19Exit, result, "./tool", "-v\0"u8.ToArray(), tid, pid, 12, "", 1024, 1, 2, 3, 4, 5, "tool", "cpuset=/\0"u8.ToArray(),
        "A=1\0"u8.ToArray(), 34816, 7, 55, 1);
}
