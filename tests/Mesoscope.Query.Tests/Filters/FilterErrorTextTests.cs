using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Tests.Filters;

public sealed class FilterErrorTextTests
{
    [Fact]
    public void Render_ShortText_PutsACaretBelowThePlace() => Assert.Equal(
        """
        filter: expected 'and', 'or' or the end of the filter
          proc.name=a proc.pid=1
                      ^
        """,
        Render("proc.name=a proc.pid=1"));

    [Fact]
    public void Render_EndOfTheText_PutsTheCaretBehindIt() => Assert.Equal(
        """
        filter: the filter ends where a field was expected
          proc.name=a and
                         ^
        """,
        Render("proc.name=a and"));

    [Fact]
    public void Render_LongText_IsCutAroundThePlace()
    {
        var lines = Render(string.Join(" or ", Enumerable.Repeat("proc.name=a", 5000)) + " x " + string.Join(" or ", Enumerable.Repeat("a.b=1", 5000)))
            .Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.All(lines, static line => Assert.InRange(line.Length, 0, 84));
        Assert.StartsWith("  ...", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("...", lines[1], StringComparison.Ordinal);
        Assert.Equal('x', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Render_LineEnds_StayInOneLine() =>
        Assert.Equal("  a.b=1 c.d=2", Render("a.b=1\nc.d=2").Split('\n')[1]);

    [Fact]
    public void Render_UnknownPlace_IsOneLine() =>
        Assert.Equal("filter: no", FilterErrorText.Render("a.b=1", new FilterException("no")));

    static string Render(string text) =>
        FilterErrorText.Render(text, Assert.Throws<FilterException>(() => FilterSyntax.Parse(text)));
}
