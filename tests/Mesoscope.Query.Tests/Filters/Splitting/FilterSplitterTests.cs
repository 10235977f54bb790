using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Splitting;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Tests.Filters.Splitting;

public sealed class FilterSplitterTests
{
    static readonly string[] s_checks =
    [
        "evt.type=open", "evt.type!=close", "evt.type in (open, read, getpgrp, tracer)", "evt.type startswith get", "evt.dir=>", "evt.dir!=<",
        "evt.is_io=true", "evt.is_wait!=true", "evt.type exists", "thread.tid=3", "thread.tid in (103, 4, 5)", "thread.tid!=104", "proc.pid=2", "proc.pid!=2",
        "proc.pid in (1, 2, 3)", "proc.pid > 4", "proc.pid = proc.ppid", "proc.name=cat", "proc.name!=sh", "proc.name in (cat, redis-server)",
        "proc.name contains red", "tolower(proc.name)=cat", "proc.apid=2", "proc.apid in (2, 3)", "proc.apid!=2", "proc.apid[1]=3", "proc.apid[0]=3", "proc.ppid=2",
        "proc.aname=sh", "fd.name contains x", "fd.num=1", "evt.buffer contains x", "container.id=host",
        "container.id=0123456789ab", "container.id in (0123456789ab, ba9876543210)", "container.id!=0123456789ab", "container.id contains 0123",
    ];

    [Theory]
    [InlineData("evt.type=open", null)]
    [InlineData("proc.pid=5 and evt.type=open and evt.dir=<", null)]
    [InlineData("evt.type in (open, close) or evt.type=getpgrp", null)]
    [InlineData("not (thread.tid!=5 or evt.type!=open)", null)]
    [InlineData("not proc.pid!=5", "not proc.pid != 5")]
    [InlineData("not proc.name!=cat", "not proc.name != cat")]
    [InlineData("proc.pid!=5 and evt.type=open", "proc.pid != 5")]
    [InlineData("(evt.type=open and proc.pid=5) or (evt.type=open and proc.pid=6)", null)]
    [InlineData("evt.type=open and fd.name contains passwd", "fd.name contains passwd")]
    [InlineData("evt.type=open or proc.pid=5", "evt.type = open or proc.pid = 5")]
    [InlineData("proc.pid=5 and proc.apid=1", "proc.apid = 1")]
    [InlineData("proc.name=cat and evt.num>5", "proc.name = cat and evt.num > 5")]
    public void Split_Filter_LeavesWhatTheKernelCannotDecide(string text, string? expected) => Assert.Equal(expected, Split(text).Rest?.ToString());

    [Theory]
    [InlineData("evt.num=5 and proc.name=cat")]
    [InlineData("util.cnt>5 and proc.name=cat")]
    [InlineData("proc.name=cat or evt.type=open")]
    public void Split_FilterThatNeedsAllEvents_LetsAllThrough(string text) => Assert.True(Split(text).Kernel.IsEverything);

    [Fact]
    public void Split_BranchesWithDifferentProcesses_TakesTheirUnion()
    {
        var kernel = Split("(evt.type=open and proc.pid=5) or (evt.type=read and proc.pid in (6, 7)) or (evt.type=close and proc.pid=8 and proc.pid=9)").Kernel;

        Assert.Equal([5, 6, 7], kernel.Pids.Members.Order());
        Assert.True(kernel.Types.Contains(EventType.SyscallReadExit));
        Assert.False(kernel.Types.Contains(EventType.SyscallCloseExit));
    }

    [Theory]
    [InlineData("container.id=0123456789ab and evt.type=open", true)]
    [InlineData("container.id in (0123456789ab, ba9876543210)", true)]
    [InlineData("container.id=host", false)]
    [InlineData("container.id=web", false)]
    [InlineData("container.id!=0123456789ab", false)]
    [InlineData("not container.id=0123456789ab", false)]
    public void Split_Containers_OnlyIdsThatControlGroupsNameAreTheKernels(string text, bool isKernels) =>
        Assert.NotEqual(isKernels, Split(text).Kernel.Containers.IsAll);

    [Fact]
    public void Split_Contradiction_WantsNothing() => Assert.True(Split("proc.pid=1 and proc.pid=2").Kernel.IsNothing);

    [Fact]
    public void ArrivingTypes_Tracers_NeedWrites() => Assert.True(Split("evt.type=tracer").Kernel.ArrivingTypes.Contains(EventType.SyscallWriteEnter));

    [Fact]
    public void Split_VeryDeepFilter_IsLeftToTheRest()
    {
        var text = string.Concat(Enumerable.Repeat("not (", 5_000)) + "evt.type=open" + new string(')', 5_000);

        Assert.True(Split(text).Kernel.IsEverything);
    }

    [Fact]
    public void Split_RandomFilters_BothPartsTogetherAreTheWhole()
    {
        var random = new Random(11);
        var decided = 0;
        for (var round = 0; round < 400; round++)
        {
            var world = new SplitWorld(random);
            var text = RandomFilter(random, 3);
            var whole = FilterCompiler.Compile(text, new FieldSession());
            var split = Split(text);
            var rest = split.Rest is { } syntax ? FilterCompiler.Compile(syntax, new FieldSession()) : null;
            decided += split.Kernel.IsEverything ? 0 : 1;
            for (var i = 0; i < 200; i++)
            {
                var context = world.NextEvent(random);
                var isAccepted = world.IsAccepted(split.Kernel, context) && (rest?.Matches(context) ?? true);
                Assert.True(whole.Matches(context) == isAccepted, $"{text} of {context.Event.Type} of thread {context.Event.ThreadId}: rest {split.Rest}");
            }
        }

        Assert.InRange(decided, 100, 400);
    }

    static FilterSplit Split(string text) => FilterSplitter.Split(FilterSyntax.Parse(text), new FieldSession());

    static string RandomFilter(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
        {
            return (random.Next(4) == 0 ? "not " : "") + s_checks[random.Next(s_checks.Length)];
        }

        var connective = random.Next(3) > 0 ? " and " : " or ";
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomFilter(random, depth - 1));
        return $"{(random.Next(5) == 0 ? "not " : "")}({string.Join(connective, parts)})";
    }
}
