using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Tests.Fields.Paths;

public sealed class PathFieldsTests
{
    const long WorkingDirectory = -100;
    const long Folder = 8;
    readonly FieldScene _scene = new();

    [Theory]
    [InlineData(EventType.SyscallMkdirV2Exit, new object[] { 0, "/tmp/a/../b", 0 }, "/tmp/b")]
    [InlineData(EventType.SyscallUnlinkatV2Exit, new object[] { 0, Folder, "x", 0 }, "/srv/x")]
    [InlineData(EventType.SyscallUnlinkatV2Exit, new object[] { 0, 99, "x", 0 }, "<UNKNOWN>x")]
    [InlineData(EventType.SyscallUnlinkatV2Exit, new object[] { 0, WorkingDirectory, "/y", 0 }, "/y")]
    [InlineData(EventType.SyscallFchownatExit, new object[] { 0, Folder, "x", 0, 0, 0 }, "/srv/x")]
    [InlineData(EventType.SyscallQuotactlExit, new object[] { 0, "/dev/sda1" }, "/dev/sda1")]
    [InlineData(EventType.SyscallOpenExit, new object[] { -13, "/etc/shadow", 1, 0 }, "/etc/shadow")]
    [InlineData(EventType.SyscallFchmodExit, new object[] { 0, Folder, 0 }, "/srv")]
    [InlineData(EventType.SyscallMkdirV2Exit, new object[] { -17, "/tmp/a", 0 }, null)]
    [InlineData(EventType.SyscallRenameExit, new object[] { 0, "/a", "/b" }, null)]
    [InlineData(EventType.SyscallCloseExit, new object[] { 0 }, null)]
    public void Name_OfACallWithOnePath_IsThatFromTheRoot(EventType type, object[] values, string? expected)
    {
        _scene.Run(type, values);
        Assert.Equal(expected, _scene.Text("fs.path.name"));
    }

    [Theory]
    [InlineData(EventType.SyscallRenameat2Exit, new object[] { 0, Folder, "a", WorkingDirectory, "/b/.", 0 }, "/srv/a", "/b")]
    [InlineData(EventType.SyscallLinkV2Exit, new object[] { 0, "/there", "/link" }, "/link", "/there")]
    [InlineData(EventType.SyscallSymlinkatExit, new object[] { 0, "../there", Folder, "link" }, "/srv/link", "../there")]
    [InlineData(EventType.SyscallMountExit, new object[] { 0, "proc", "/proc/", "proc", 0 }, "proc", "/proc")]
    [InlineData(EventType.SyscallRenameExit, new object[] { -2, "/a", "/b" }, null, null)]
    [InlineData(EventType.SyscallMkdirV2Exit, new object[] { 0, "/tmp/a", 0 }, null, null)]
    public void SourceAndTarget_OfACallWithTwoPaths_AreThose(EventType type, object[] values, string? source, string? target)
    {
        _scene.Run(type, values);
        Assert.Equal((source, target), (_scene.Text("fs.path.source"), _scene.Text("fs.path.target")));
    }

    [Fact]
    public void Raw_OfEachPath_IsWhatTheProgramGave()
    {
        _scene.Run(EventType.SyscallRenameat2Exit, 0, Folder, "./a", Folder, "b/../c", 0);
        Assert.Equal(("./a", "b/../c"), (_scene.Text("fs.path.sourceraw"), _scene.Text("fs.path.targetraw")));
        _scene.Run(EventType.SyscallRmdirV2Exit, 0, "d/");
        Assert.Equal("d/", _scene.Text("fs.path.nameraw"));
        Assert.True(_scene.Matches("fs.path.nameraw endswith '/' and not fs.path.name endswith '/'"));
    }

    [Fact]
    public void Name_OfAnEnterEvent_IsAbsent()
    {
        _scene.Run(EventType.SyscallOpenEnter, "/etc/hosts", 1, 0);
        Assert.Null(_scene.Text("fs.path.name"));
    }
}
