using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Tests.Filters;

public sealed class FilterCompilerTests
{
    [Fact]
    public void Compile_HundredThousandCharacters_Works()
    {
        var text = string.Join(" or ", Enumerable.Range(0, 6000).Select(static n => $"proc.name=name{n}"));
        Assert.InRange(text.Length, 100_000, 200_000);
        var fields = new FakeFields();
        fields.Set("proc.name", "name5999");

        Assert.True(Matches(text, fields));
    }

    [Fact]
    public void Compile_LongList_Works()
    {
        var fields = new FakeFields();
        fields.Set("proc.pid", "99999");

        Assert.True(Matches($"proc.pid in ({string.Join(',', Enumerable.Range(0, 100_000))})", fields));
    }

    [Fact]
    public void Compile_TenThousandNestedGroups_Works()
    {
        const int Depth = 10_000;
        var text = new StringBuilder();
        for (var i = 0; i < Depth; i++)
        {
            text.Append(i % 2 == 0 ? "proc.pid=1 and (" : "not (proc.name=b or ");
        }

        text.Append("proc.cmdline=x").Append(')', Depth);
        var fields = new FakeFields();
        fields.Set("proc.pid", "1");
        fields.Set("proc.name", "a");
        fields.Set("proc.cmdline", "x");

        // Every second level negates: five thousand of them leave the innermost check as it is.
        Assert.True(Matches(text.ToString(), fields));
        var syntax = FilterSyntax.Parse(text.ToString());
        Assert.Equal(syntax.ToString(), FilterSyntax.Parse(syntax.ToString()).ToString());
    }

    [Fact]
    public void Compile_TwoMistakes_TellsTheFirst()
    {
        var error = Assert.Throws<FilterException>(() => Matches("a.b=1 and c.d=2", new FakeFields()));

        Assert.Equal(0, error.Position);
    }

    [Theory]
    [InlineData("proc.name = a and a.b=1", 18)]
    [InlineData("proc.pid in (1, x)", 16)]
    [InlineData("proc.pid contains 1", 9)]
    [InlineData("fdlist.x = 1", 9)]
    [InlineData("proc.name = val(proc.pid)", 16)]
    [InlineData("proc.name glob val(fd.name)", 19)]
    [InlineData("tolower(proc.pid) = 1", 0)]
    [InlineData("tolower(a.b) = 1", 8)]
    [InlineData("evt.type in (open, oppen)", 19)]
    public void Compile_Mistake_IsToldAtItsPlace(string text, int position) =>
        Assert.Equal(position, Assert.Throws<FilterException>(() => Matches(text, new FakeFields())).Position);

    [Fact]
    public void Compile_UnknownFieldOfTheRegistry_IsAFilterError()
    {
        var error = Assert.Throws<FilterException>(() => FilterCompiler.Compile("no.such.field = 1", new FieldSession()));

        Assert.Equal(0, error.Position);
    }

    [Fact]
    public void Matches_ValuesWithoutOrder_CanStillBeAskedFor()
    {
        var fields = new FakeFields();
        fields.Set("fdlist.x", "x");

        Assert.True(Matches("fdlist.x exists", fields));
    }

    static bool Matches(string text, FakeFields fields) =>
        FilterCompiler.Compile(FilterSyntax.Parse(text), fields).Matches(FilterEvents.Context(EventType.SyscallOpenEnter));
}
