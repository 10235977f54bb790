using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class DupHandlerTests
{
    [Fact]
    public void Dup_OntoStandardOutput_CopiesAndMarksThePipe()
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Open(1, "tty");
        scene.Run(EventType.SyscallDupEnter, 3);
        scene.Run(EventType.SyscallDupExit, 1);
        Assert.Equal(("/home/a", 1L), (scene.Name(1), scene.Thread(Scene.Shell)!.LastEventFd));
        Assert.True((scene.Thread(Scene.Shell)!.Flags & ThreadFlags.PipeSource) != 0);
    }

    [Theory]
    [InlineData(EventType.SyscallDupV1Exit)]
    [InlineData(EventType.SyscallDup2Exit)]
    [InlineData(EventType.SyscallDup3Exit)]
    public void Dup_WithoutAnEntry_ReadsTheSourceFromTheReturn(EventType type)
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Run(type, 9, 3);
        Assert.Equal("/home/a", scene.Name(9));
    }

    [Theory]
    [InlineData(1, "/home/a")]
    [InlineData(26, "/home/a")]
    [InlineData(2, null)]
    public void Fcntl_OfACommand_CopiesOnlyForDuplicates(int command, string? expected)
    {
        var scene = new Scene();
        scene.Open(3, "a");
        scene.Run(EventType.SyscallFcntlEnter, 3, command);
        scene.Run(EventType.SyscallFcntlExit, 9);
        Assert.Equal(expected, scene.Name(9));
    }
}
