using Mesoscope.Events.Schema;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class DirectoryHandlerTests
{
    [Theory]
    [InlineData("..", "/")]
    [InlineData("sub", "/home/sub/")]
    [InlineData("/srv/", "/srv/")]
    public void Chdir_ToAPath_ChangesTheProcess(string path, string expected)
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallChdirEnter);
        scene.Run(EventType.SyscallChdirExit, 0, path);
        Assert.Equal(expected, Scene.Text(scene.Thread(Scene.Shell)!.WorkingDirectory));
    }

    [Fact]
    public void Fchdir_ToADescriptor_TakesItsName()
    {
        var scene = new Scene();
        scene.Open(3, "dir");
        scene.Run(EventType.SyscallFchdirEnter, 3);
        scene.Run(EventType.SyscallFchdirExit, 0);
        Assert.Equal("/home/dir/", Scene.Text(scene.Thread(Scene.Shell)!.WorkingDirectory));
    }

    [Fact]
    public void Chroot_ToAPath_SetsTheRoot()
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallChrootEnter);
        scene.Run(EventType.SyscallChrootExit, 0, "jail");
        Assert.Equal("/home/jail", Scene.Text(scene.Thread(Scene.Shell)!.Root));
    }
}
