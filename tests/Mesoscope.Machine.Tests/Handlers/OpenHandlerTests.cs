using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Tests.Handlers;

public sealed class OpenHandlerTests
{
    const long WorkingDirectory = -100;
    const int DirectoryFlag = 1 << 10;

    [Fact]
    public void Open_WithAnotherPathOnReturn_TakesThatOfTheEntry()
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallOpenEnter, "first", 1, 0);
        scene.Run(EventType.SyscallOpenExit, 3, "second", 1, 0, 9);
        Assert.Equal(("/home/first", DescriptorType.FileV2, 9u), (scene.Name(3), scene.Descriptor(3)!.Type, scene.Descriptor(3)!.Device));
        Assert.True(scene.Context.IsDescriptorNameChanged);
    }

    [Fact]
    public void Open_WithoutItsEntry_TakesThePathOfTheReturn()
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallOpenExit, 3, "/etc/hosts", 1, 0);
        Assert.Equal("/etc/hosts", scene.Name(3));
    }

    [Theory]
    [InlineData(1 << 15, DescriptorFlags.UpperLayer)]
    [InlineData(1 << 16, DescriptorFlags.LowerLayer)]
    [InlineData(0, DescriptorFlags.None)]
    public void Open_WithALayerOnReturn_KeepsItBesideTheFlagsOfTheEntry(int layer, DescriptorFlags expected)
    {
        var scene = new Scene();
        scene.Run(EventType.SyscallOpenEnter, "f", 1, 0);
        scene.Run(EventType.SyscallOpenExit, 3, "f", 1 | layer, 0);
        scene.Run(EventType.SyscallCreatEnter, "g", 0);
        scene.Run(EventType.SyscallCreatExit, 4, "g", 0, 0, 0, layer >> 15);
        const DescriptorFlags Layers = DescriptorFlags.UpperLayer | DescriptorFlags.LowerLayer;
        Assert.Equal((expected, expected, 1u), (scene.Descriptor(3)!.Flags & Layers, scene.Descriptor(4)!.Flags & Layers, scene.Descriptor(3)!.OpenFlags));
    }

    [Fact]
    public void OpenAt_ADirectoryDescriptor_JoinsItsName()
    {
        var scene = new Scene();
        OpenAt(scene, 4, WorkingDirectory, "dir", DirectoryFlag);
        OpenAt(scene, 5, 4, "../x", 1);
        Assert.Equal((DescriptorType.Directory, "/home/x"), (scene.Descriptor(4)!.Type, scene.Name(5)));
    }

    [Fact]
    public void OpenAt_AnUnknownDirectory_SaysSo()
    {
        var scene = new Scene();
        OpenAt(scene, 5, 77, "x", 1);
        Assert.Equal("<UNKNOWN>x", scene.Name(5));
    }

    [Fact]
    public void OpenAt_ThatFailed_ShowsTheDirectory()
    {
        var scene = new Scene();
        OpenAt(scene, 4, WorkingDirectory, "dir", DirectoryFlag);
        OpenAt(scene, -2, 4, "x", 1);
        Assert.Equal(("/home/dir", 2), (scene.EventName, scene.Context.ErrorCode));
    }

    [Fact]
    public void Open_OverAFullTable_IsCounted()
    {
        var scene = new Scene(new MachineLimits { DescriptorsPerProcess = 1 });
        scene.Open(3, "a");
        scene.Open(4, "b");
        Assert.Null(scene.Descriptor(4));
        Assert.Equal(1, scene.Machine.RefusedDescriptorCount);
    }

    static void OpenAt(Scene scene, long number, long directory, string path, int flags)
    {
        scene.Run(EventType.SyscallOpenatV2Enter, directory, path, flags, 0);
        scene.Run(EventType.SyscallOpenatV2Exit, number, directory, path, flags, 0);
    }
}
