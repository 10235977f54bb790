using Mesoscope.Events.Schema;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Syntax;
using Mesoscope.Testing;

namespace Mesoscope.Query.Tests.Filters;

public sealed class LanguageTests
{
    static readonly LanguageExample[] s_examples =
        [.. LanguageExample.Read(File.ReadLines(RepositoryFolder.PathOf("docs", "filter", "language.md")))];

    public static TheoryData<int, string> Examples
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < s_examples.Length; i++)
            {
                data.Add(i, s_examples[i].ToString());
            }

            return data;
        }
    }

    [Fact]
    public void Document_Examples_AreFound() => Assert.InRange(s_examples.Length, 60, 1000);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Document_EachExample_IsTrue(int index, string text)
    {
        var example = s_examples[index];
        Assert.Equal(text, example.ToString());
        if (example.Verdict == "error")
        {
            var error = Assert.Throws<FilterException>(() => Matches(example, FilterSyntax.Parse(example.Filter)));
            Assert.Contains(example.Rest, error.Message, StringComparison.Ordinal);
            Assert.InRange(error.Position, 0, example.Filter.Length);
            return;
        }

        var syntax = FilterSyntax.Parse(example.Filter);
        Assert.Equal(example.Verdict == "yes", Matches(example, syntax));
        Assert.Equal(example.Verdict == "yes", Matches(example, FilterSyntax.Parse(syntax.ToString())));
    }

    static bool Matches(LanguageExample example, FilterSyntax syntax)
    {
        var fields = new FakeFields();
        var values = example.Verdict == "error" ? [] : example.Values().ToDictionary();
        foreach (var (name, value) in values)
        {
            fields.Set(name, value);
        }

        var filter = FilterCompiler.Compile(syntax, fields);
        var type = values.TryGetValue("evt.type", out var eventName)
            ? FilterEvents.Find(eventName, values.GetValueOrDefault("evt.dir") == ">")
            : EventType.SyscallOpenEnter;
        var context = FilterEvents.Context(type);
        Assert.Equal(filter.MatchesWithoutFolding(context), filter.Matches(context));
        return filter.Matches(context);
    }
}
