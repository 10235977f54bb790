using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Tests.Filters.Parsing;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("a.b=c", "a.b = c")]
    [InlineData("a.b==c", "a.b = c")]
    [InlineData(" a.b = c ", "a.b = c")]
    [InlineData("a.b=1 and c.d=2 or e.f=3", "(a.b = 1 and c.d = 2) or e.f = 3")]
    [InlineData("a.b=1 or c.d=2 and e.f=3", "a.b = 1 or (c.d = 2 and e.f = 3)")]
    [InlineData("(((a.b=1)))", "a.b = 1")]
    [InlineData("not(a.b=1)and(c.d=2)", "not a.b = 1 and c.d = 2")]
    [InlineData("not (a.b=1 and c.d=2)", "not (a.b = 1 and c.d = 2)")]
    [InlineData("not not a.b=1", "not a.b = 1")]
    [InlineData("not (not a.b=1)", "not (not a.b = 1)")]
    [InlineData("a.b=1 and c.d=2 not e.f=3", "a.b = 1 and c.d = 2 and not e.f = 3")]
    [InlineData("a.b=1 or c.d=2 not e.f=3", "a.b = 1 or c.d = 2 or not e.f = 3")]
    [InlineData("a.b>=5", "a.b >= 5")]
    [InlineData("a.b=>", "a.b = >")]
    [InlineData("a.b!=<", "a.b != <")]
    [InlineData("a.b=<5", "a.b = <5")]
    [InlineData("a.b= and", "a.b = and")]
    [InlineData("a.b=", "a.b = \"\"")]
    [InlineData("(a.b=)", "a.b = \"\"")]
    [InlineData("a.b in(1,2 , 3)", "a.b in (1, 2, 3)")]
    [InlineData("a.b in ()", "a.b in (\"\")")]
    [InlineData("a.b in (x,)", "a.b in (x, \"\")")]
    [InlineData("a.b intersects (x)", "a.b intersects (x)")]
    [InlineData("a.b exists and c.d exists", "a.b exists and c.d exists")]
    [InlineData("(a.b exists)", "a.b exists")]
    [InlineData("a.b contains'x y'", "a.b contains \"x y\"")]
    [InlineData("a.b icontains \"it's\"", "a.b icontains \"it\\x27s\"")]
    [InlineData("a.b[c d]=1", null)]
    [InlineData("a.b[\"c d\"]=1", "a.b[\"c d\"] = 1")]
    [InlineData("a.b[c=d]=1", "a.b[c=d] = 1")]
    [InlineData("a.b glob *.[ch]", "a.b glob *.[ch]")]
    [InlineData("a.b=x\\41", "a.b = \"x\\\\41\"")]
    [InlineData("a.b=x\\x41", "a.b = xA")]
    [InlineData("a.b=x\\x4", "a.b = x")]
    [InlineData("a.b=x\\", "a.b = x")]
    [InlineData("a.b='x\\'y'", "a.b = \"x\\\\\\x27y\"")]
    [InlineData("a.b=\"\\xff\\x00\"", "a.b = \"\\xff\\x00\"")]
    [InlineData("a.b=é", "a.b = \"é\"")]
    [InlineData("a.b=val(c.d)", "a.b = val(c.d)")]
    [InlineData("a.b in val(c.d)", "a.b in val(c.d)")]
    [InlineData("a.b = valx", "a.b = valx")]
    [InlineData("tolower(basename( a.b )) = toupper(c.d)", "tolower(basename(a.b)) = toupper(c.d)")]
    public void Parse_Text_PrintsInTheUsualForm(string text, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<FilterException>(() => FilterSyntax.Parse(text));
            return;
        }

        var printed = FilterSyntax.Parse(text).ToString();
        Assert.Equal(expected, printed);
        Assert.Equal(printed, FilterSyntax.Parse(printed).ToString());
    }

    [Theory]
    [InlineData("", 0, "the filter ends where a field was expected")]
    [InlineData("  ", 2, "the filter ends where a field was expected")]
    [InlineData("a.b=1 and", 9, "the filter ends where a field was expected")]
    [InlineData("a.b", 3, "expected an operator")]
    [InlineData("a.b=1 c.d=2", 6, "expected 'and', 'or' or the end of the filter")]
    [InlineData("a.b=1 not c.d=2", 6, "expected 'and', 'or' or the end of the filter")]
    [InlineData("(a.b=1 c.d=2)", 7, "expected 'and', 'or' or ')'")]
    [InlineData("(a.b=1", 0, "never closed")]
    [InlineData("a.b=1 and not ((c.d=1)", 14, "never closed")]
    [InlineData("a.b=1)", 5, "no '(' before it")]
    [InlineData("()", 1, "expected a field")]
    [InlineData("a.b='x", 4, "has no end")]
    [InlineData("a.b='x\\'", 4, "has no end")]
    [InlineData("a.b=x\\ y", 5, "a backslash cannot stand")]
    [InlineData("a.b=x\\xg1", 5, "two hexadecimal digits")]
    [InlineData("a.b in 1", 7, "expected a list in parentheses")]
    [InlineData("a.b in (1 2)", 10, "expected ',' or ')'")]
    [InlineData("a.b in (1", 9, "expected ',' or ')'")]
    [InlineData("upper(a.b)=1", 0, "expected one of tolower()")]
    [InlineData("tolower(a.b=1", 11, "expected ')' behind the field")]
    public void Parse_WrongText_SaysWhereAndWhat(string text, int position, string words)
    {
        var error = Assert.Throws<FilterException>(() => FilterSyntax.Parse(text));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void Parse_TenThousandParentheses_Works()
    {
        const int Depth = 10_000;
        var text = new string('(', Depth) + "proc.name=a" + new string(')', Depth);

        Assert.Equal("proc.name = a", FilterSyntax.Parse(text).ToString());
    }

    [Fact]
    public void Parse_TransformersTooDeep_IsRefused()
    {
        var text = string.Concat(Enumerable.Repeat("tolower(", 101)) + "a.b";

        Assert.Contains("nested deeper", Assert.Throws<FilterException>(() => FilterSyntax.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_RandomText_ParsesOrThrowsWithAPlace()
    {
        string[] words =
        [
            "a.b", "proc.name", "=", "==", "!=", "<", ">=", " ", " and ", " or ", "not ", "(", ")", ",", "in", "exists", "'", "\"", "\\", "\\x4",
            "1", "x", "val(", "tolower(", "[", "]", "é", "\ud83d", "\0", "contains ", "\t",
        ];
        var random = new Random(20240607);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => words[random.Next(words.Length)]));
            try
            {
                var printed = FilterSyntax.Parse(text).ToString();
                Assert.Equal(printed, FilterSyntax.Parse(printed).ToString());
            }
            catch (FilterException e)
            {
                Assert.True(e.Position >= 0 && e.Position <= text.Length, $"{string.Join(",", text.Select(c => (int)c))}: {e.Message} at {e.Position}");
            }
        }
    }
}
