using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Tests.Fields;

public sealed class FieldRegistryTests
{
    [Theory]
    [InlineData("proc.name text", "proc.name", null, 9)]
    [InlineData("proc.names", "proc.name", null, 9)]
    [InlineData("proc.aname[2] x", "proc.aname", "2", 13)]
    [InlineData("proc.aname", "proc.aname", null, 10)]
    [InlineData("proc.aname x", "proc.aname", null, 0)]
    [InlineData("thread.cgroup.cpu_set-x", "thread.cgroup", "cpu_set", 21)]
    [InlineData("thread.cgroups", "thread.cgroups", null, 14)]
    [InlineData("fd.name)", "fd.name", null, 7)]
    [InlineData("fd.dev.major", "fd.dev.major", null, 12)]
    [InlineData("span.tag[-1]", "span.tag", "-1", 12)]
    public void TryMatch_BeginningOfText_FindsLongestNameWithArgument(string text, string name, string? argument, int length)
    {
        Assert.True(FieldRegistry.TryMatch(text, out _, out var info, out var foundArgument, out var foundLength));
        Assert.Equal(name, info.Name);
        Assert.Equal(argument, foundArgument);
        Assert.Equal(length, foundLength);
    }

    [Theory]
    [InlineData("thread.cgroup")]
    [InlineData("span.tag")]
    [InlineData("proc")]
    [InlineData("nothing.here")]
    [InlineData("")]
    public void TryMatch_NoFieldOrNoArgument_False(string text) => Assert.False(FieldRegistry.TryMatch(text, out _, out _, out _, out _));

    [Theory]
    [InlineData("proc.nam", "'proc.nam' is not a field; the nearest name is 'proc.name'")]
    [InlineData("fd.nmae", "'fd.nmae' is not a field; the nearest name is 'fd.name'")]
    [InlineData("thread.cgroup", "'thread.cgroup' needs an argument, as in 'thread.cgroup.name' or 'thread.cgroup[0]'")]
    [InlineData("qqqqqqqqqqqqqqqq", "'qqqqqqqqqqqqqqqq' is not a field; 'mesoscope trace -l' lists the fields")]
    [InlineData("proc.aname[x]", "'x' in 'proc.aname[x]' is not a number")]
    public void Bind_WrongText_SaysWhatIsWrong(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FieldException>(() => FieldRegistry.Bind(text, new FieldSession())).Message);

    [Fact]
    public void DescribeUnknown_VeryLongText_IsCut() => Assert.True(FieldRegistry.DescribeUnknown(new string('x', 100_000)).Length < 200);

    [Fact]
    public void Classes_OfTheList_StandInTheOrderOfTheReferenceAndNewOnesBehind() => Assert.Equal(
        ["evt", "evt", "process", "user", "group", "container", "fd", "syslog", "util", "fdlist", "k8s", "mesos", "span", "evtin", "fs.path"],
        FieldRegistry.Classes.Select(static c => c.Name));

    [Fact]
    public void Fields_OfAllClasses_HaveUniqueNamesAndDescriptions()
    {
        var fields = FieldRegistry.Classes.SelectMany(static c => c.Fields).ToArray();
        Assert.Equal(fields.Length, fields.Select(static f => f.Name).Distinct().Count());
        Assert.DoesNotContain(fields, static f => f.Description.Length == 0);
    }
}
