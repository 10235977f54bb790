using Mesoscope.Events.Schema;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class CloseHandlerTests
{
    [Fact]
    public void Close_ThatWorked_RemovesWithTheNextEvent()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Close(3);
        Assert.Equal("/home/a", scene.EventName);
        scene.Run(EventType.SyscallGetuidEnter);
        Assert.Null(scene.Descriptor(3));
    }

    [Fact]
    public void Close_ThatFailed_Keeps()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Run(EventType.SyscallCloseEnter, 3);
        scene.Run(EventType.SyscallCloseExit, -4);
        scene.Run(EventType.SyscallGetuidEnter);
        Assert.NotNull(scene.Descriptor(3));
    }

    [Fact]
    public void Close_OfANumberGivenOutAgainMeanwhile_ForgetsBoth()
    {
        var scene = new Scene();
        scene.Clone(Scene.Shell, 200, Scene.Shell, 1, Machine.Threads.ThreadFlags.Thread | Machine.Threads.ThreadFlags.SharesFiles);
        scene.Open(3, "old");
        scene.Run(EventType.SyscallCloseEnter, 3);
        scene.Open(3, "new", 200);
        scene.Run(EventType.SyscallCloseExit, 0);
        Assert.Equal("/home/new", scene.EventName);
        scene.Run(EventType.SyscallGetuidEnter);
        Assert.Null(scene.Descriptor(3));
        Assert.Equal(0, scene.Machine.FindDescriptors(scene.Thread(Scene.Shell)!)!.Count);
    }

    [Fact]
    public void CloseRange_OfSomeNumbers_RemovesThem()
    {
        var scene = new Scene();
        for (var i = 3; i < 8; i++)
        {
            scene.Open(i, "f" + i);
        }

        scene.Run(EventType.SyscallCloseRangeExit, 0, 4, 6, 0);
        scene.Run(EventType.SyscallGetuidEnter);
        Assert.Equal(2, scene.Machine.FindDescriptors(scene.Thread(Scene.Shell)!)!.Count);
    }
}
