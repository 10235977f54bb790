using Mesoscope.Server.Entities;
using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Scopes;

namespace Mesoscope.Server.Tests.Query;

public sealed class ScopeTests
{
    const string Long = "marathon.group.name starts with \"/shop\" and container.image is not redis and mesos.task.state in (TASK_RUNNING, \"TASK \\\"X\\\" \\\\\") and \"my app\"";

    static readonly LabelSet s_labels = LabelSet.From(
    [
        new("container.image", "redis:7"), new("marathon.group.name", "/shop/web"), new("mesos.task.state", "TASK_RUNNING"), new("empty", ""), new("sql", "x'; DROP TABLE entities; --"),
    ]);

    [Theory]
    [InlineData("", true)]
    [InlineData("   ", true)]
    [InlineData("container.image is redis:7", true)]
    [InlineData("container.image IS redis:7", true)]
    [InlineData("container.image is redis", false)]
    [InlineData("container.image is not redis", true)]
    [InlineData("container.image contains dis", true)]
    [InlineData("container.image contains DIS", false)]
    [InlineData("container.image does not contain dis", false)]
    [InlineData("nothing does not contain dis", true)]
    [InlineData("nothing contains dis", false)]
    [InlineData("nothing is not dis", true)]
    [InlineData("nothing not in (a, b)", true)]
    [InlineData("nothing is n/a", true)]
    [InlineData("nothing is \"n/a\"", true)]
    [InlineData("nothing in (a, n/a)", true)]
    [InlineData("empty is n/a", true)]
    [InlineData("container.image is not n/a", true)]
    [InlineData("mesos.task.state in (TASK_STARTING,TASK_RUNNING)", true)]
    [InlineData("mesos.task.state not in (TASK_STARTING,TASK_RUNNING)", false)]
    [InlineData("marathon.group.name starts with /sho", true)]
    [InlineData("marathon.group.name starts with \"/shop/web/\"", true)]
    [InlineData("marathon.group.name starts with \"/shop/we/\"", false)]
    [InlineData("container.image starts with \"redis:7/\"", false)]
    [InlineData("REDIS", true)]
    [InlineData("redis and shop", true)]
    [InlineData("redis and postgres", false)]
    [InlineData("sql is \"x'; DROP TABLE entities; --\"", true)]
    [InlineData("sql contains \"'; DROP\"", true)]
    [InlineData("\"container.image\" is redis:7", true)]
    public void Matches_OfAScope_ChoosesByLabels(string text, bool expected) => Assert.Equal(expected, Scope.Parse(text).Matches(s_labels));

    [Theory]
    [InlineData("a is", 4, "the end")]
    [InlineData("a is and", 5, "'and'")]
    [InlineData("and", 0, "'and'")]
    [InlineData("a is b c", 7, "'c'")]
    [InlineData("a in b", 5, "'b'")]
    [InlineData("a in (b", 7, "the end")]
    [InlineData("a in (b c)", 8, "'c'")]
    [InlineData("a in ()", 6, "')'")]
    [InlineData("a is \"b", 5, "no end")]
    [InlineData("a is \"b\\n\"", 7, "no escape")]
    [InlineData("a is b and", 10, "the end")]
    [InlineData("(", 0, "'('")]
    public void Parse_WhatIsNoScope_SaysWhere(string text, int position, string seen)
    {
        var e = Assert.Throws<QueryException>(() => Scope.Parse(text));
        Assert.Equal(position, e.Position);
        Assert.Contains(seen, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("g starts with /shop and s in (TASK_RUNNING, \"TASK \\\"X\\\" \\\\\") and \"my app\"")]
    [InlineData("a is n/a and b starts with \"x y\"")]
    [InlineData("\"is\" is \"and\"")]
    [InlineData("x not in (a, b) and y does not contain c and z contains \"\"")]
    public void ToString_OfAScope_IsReadAgainTheSame(string text)
    {
        var printed = Scope.Parse(text).ToString();
        Assert.Equal(text, printed);
        Assert.Equal(printed, Scope.Parse(printed).ToString());
    }

    [Fact]
    public void Parse_CutAtEveryCharacter_IsReadOrRefusedWithAPlace()
    {
        for (var length = 0; length <= Long.Length; length++)
        {
            CheckReadOrRefused(Long[..length]);
        }
    }

    [Fact]
    public void Parse_ChangedAnywhere_IsReadOrRefusedWithAPlace()
    {
        var random = new Random(7);
        const string Characters = "\"\\(), \tandis\0é'%;";
        for (var round = 0; round < 20_000; round++)
        {
            var text = Long.ToCharArray();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                text[random.Next(text.Length)] = Characters[random.Next(Characters.Length)];
            }

            CheckReadOrRefused(new string(text));
        }
    }

    [Fact]
    public void Parse_OfVeryLongText_IsRefused() => Assert.Throws<QueryException>(() => Scope.Parse(new string('a', 100_000)));

    static void CheckReadOrRefused(string text)
    {
        try
        {
            var scope = Scope.Parse(text);
            scope.Matches(s_labels);
            Assert.Equal(scope.Matches(s_labels), Scope.Parse(scope.ToString()).Matches(s_labels));
        }
        catch (QueryException e)
        {
            Assert.InRange(e.Position ?? -1, 0, text.Length);
        }
    }
}
