using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.BadInput;

public sealed class CommandLineTests
{
    [Fact]
    public void Filter_OfAHundredThousandCharacters_IsEvaluated()
    {
        var text = string.Join(" or ", Enumerable.Repeat("evt.num=1", 100_000 / 13)) + " or evt.num=9";
        var result = ProgramRun.Trace("-r", Sample.Web, "-p", "%evt.num", text);
        Assert.True(result.Status == 0, result.Error);
        Assert.Equal("1\n9\n", result.OutputText);
    }

    [Fact]
    public void Filter_InTenThousandParentheses_IsEvaluatedOrRefused()
    {
        var text = new string('(', 10_000) + "evt.num=9" + new string(')', 10_000);
        var result = ProgramRun.Trace("-r", Sample.Web, "-p", "%evt.num", text);
        if (result.Status == 0)
        {
            Assert.Equal("9\n", result.OutputText);
        }
        else
        {
            Refusal.CheckWithPicture(result, "deep");
        }
    }

    [Theory]
    [InlineData("evt.type=open and", "")]
    [InlineData("evt.typ=open", "evt.type")]
    [InlineData("fd.port=http*", "")]
    [InlineData("(((((", "")]
    [InlineData("evt.num=abc", "")]
    [InlineData("\"", "")]
    public void Filter_ThatIsNone_IsRefusedWithThePlace(string text, string named)
    {
        var result = ProgramRun.Trace("-r", Sample.Web, text);
        Assert.Empty(result.Output);
        Refusal.CheckWithPicture(result, named);
    }

    [Theory]
    [InlineData("-p", "%proc.nam", "proc.name")]
    [InlineData("-p", "%", "%")]
    [InlineData("-s", "-1", "-s")]
    [InlineData("-s", "x", "-s")]
    [InlineData("-n", "-3", "-n")]
    [InlineData("-n", "99999999999999999999", "-n")]
    [InlineData("-t", "q", "-t")]
    [InlineData("-M", "soon", "-M")]
    public void Option_WithAValueThatIsNone_IsRefused(string option, string value, string named)
    {
        var result = ProgramRun.Trace("-r", Sample.Web, option, value);
        Assert.Empty(result.Output);
        Refusal.CheckWithPicture(result, named);
    }

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("-r")]
    public void Option_ThatIsUnknownOrIncomplete_IsRefused(string option) => Refusal.CheckWithPicture(ProgramRun.Trace(option), option);
}
