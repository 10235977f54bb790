using Mesoscope.Events.Schema;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Evaluation;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Tests.Filters.Evaluation;

public sealed class FilterProgramTests
{
    [Theory]
    [InlineData("evt.type=open", EventType.SyscallOpenEnter, true)]
    [InlineData("evt.type=open", EventType.SyscallCloseEnter, false)]
    [InlineData("evt.type=switch", EventType.GenericEnter, false)]
    [InlineData("evt.type=getpgrp", EventType.GenericEnter, true)]
    [InlineData("evt.type!=open", EventType.SyscallOpenEnter, false)]
    [InlineData("not evt.type=open", EventType.SyscallOpenEnter, false)]
    [InlineData("evt.type in (open, close) and evt.dir=<", EventType.SyscallOpenExit, true)]
    [InlineData("evt.type in (open, close) and evt.dir=<", EventType.SyscallOpenEnter, false)]
    [InlineData("evt.dir=> and evt.dir=<", EventType.GenericEnter, false)]
    [InlineData("evt.type startswith op or evt.type=read", EventType.SyscallReadEnter, true)]
    [InlineData("evt.type=open or proc.name=a", EventType.SyscallCloseEnter, true)]
    [InlineData("evt.type=open and proc.name=a", EventType.SyscallCloseEnter, false)]
    [InlineData("not (evt.type=open or not proc.name=a)", EventType.SyscallOpenEnter, false)]
    [InlineData("evt.is_io=true", EventType.SyscallReadEnter, true)]
    [InlineData("evt.is_io=true", EventType.SyscallOpenEnter, false)]
    [InlineData("evt.is_io in (true)", EventType.SyscallOpenEnter, false)]
    public void CanMatch_Type_IsKnownBeforeTheFirstEvent(string text, EventType type, bool expected) =>
        Assert.Equal(expected, Compile(text, new FakeFields()).CanMatch(type));

    [Fact]
    public void Matches_ChecksThatTheTypeDecides_AskNoField()
    {
        var fields = new FakeFields();
        fields.Set("proc.name", "a");
        var filter = Compile("evt.type=open and evt.dir=> and proc.name=a", fields);

        Assert.True(filter.Matches(FilterEvents.Context(EventType.SyscallOpenEnter)));
        Assert.False(filter.Matches(FilterEvents.Context(EventType.SyscallOpenExit)));

        Assert.Equal(["proc.name"], fields.Reads.Keys);
        Assert.Equal(1, fields.Reads["proc.name"]);
    }

    [Fact]
    public void Matches_GenericEvent_GoesByTheSystemCall()
    {
        var filter = Compile("evt.type=getpgrp", new FakeFields());
        var number = Enumerable.Range(0, EventSchema.SyscallCount).First(n => EventSchema.GetSyscall(n).Name == "getpgrp");

        Assert.True(filter.Matches(FilterEvents.Context(EventType.GenericEnter, number)));
        Assert.False(filter.Matches(FilterEvents.Context(EventType.GenericEnter, number + 1)));
    }

    [Fact]
    public void Matches_FieldThatRemembers_IsAskedAlthoughTheTypeDecides()
    {
        var fields = new FakeFields();
        fields.Stateful.Add("evt.num");
        var filter = Compile("evt.num>0 and evt.type=open", fields);

        Assert.False(filter.Matches(FilterEvents.Context(EventType.SyscallCloseEnter)));

        Assert.Equal(1, fields.Reads["evt.num"]);
        Assert.True(filter.CanMatch(EventType.SyscallCloseEnter));
    }

    [Fact]
    public void Matches_RandomFilters_AreTheSameWithoutFolding()
    {
        string[] checks =
        [
            "evt.type=open", "evt.type!=close", "evt.type in (open, read, getpgrp)", "evt.dir=>", "evt.dir!=<", "evt.is_io=true", "evt.is_io!=true",
            "proc.name=a", "proc.pid<5", "fd.name exists", "evt.type glob *e*", "evt.type > m",
        ];
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var fields = RandomFields(random);
            var filter = Compile(RandomFilter(random, checks, 4), fields);
            for (var i = 0; i < 20; i++)
            {
                var context = FilterEvents.Context((EventType)random.Next(EventSchema.EventTypeCount), random.Next(EventSchema.SyscallCount));
                var expected = filter.MatchesWithoutFolding(context);
                Assert.Equal(expected, filter.Matches(context));
                Assert.True(!expected || filter.CanMatch(context.Event.Type));
            }
        }
    }

    [Fact]
    public void Matches_SteadyState_AllocatesNothing()
    {
        var fields = new FakeFields();
        fields.Set("proc.name", "nginx");
        fields.Set("fd.name", "/etc//passwd");
        fields.Set("proc.pid", "7");
        var filter = Compile(
            "not evt.type=read and tolower(proc.name) in (a, b, nginx) and proc.pid in (1, 7) and fd.name glob *[p]ass* and "
                + "fd.name pmatch (/etc) and fd.name regex '/.*d' and fd.name icontains PASS and proc.pid>3 and len(fd.name)=12",
            fields);
        var context = FilterEvents.Context(EventType.SyscallOpenEnter);
        for (var i = 0; i < 200; i++)
        {
            Assert.True(filter.Matches(context));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            filter.Matches(context);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static FilterProgram Compile(string text, FakeFields fields) => FilterCompiler.Compile(FilterSyntax.Parse(text), fields);

    static FakeFields RandomFields(Random random)
    {
        var fields = new FakeFields();
        if (random.Next(3) > 0)
        {
            fields.Set("proc.name", random.Next(2) == 0 ? "a" : "b");
            fields.Set("proc.pid", random.Next(2) == 0 ? "1" : "9");
        }

        return fields;
    }

    static string RandomFilter(Random random, string[] checks, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            return (random.Next(3) == 0 ? "not " : "") + checks[random.Next(checks.Length)];
        }

        var connective = random.Next(2) == 0 ? " and " : " or ";
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomFilter(random, checks, depth - 1));
        return $"{(random.Next(4) == 0 ? "not " : "")}({string.Join(connective, parts)})";
    }
}
