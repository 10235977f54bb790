using System.Text;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Live;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Tests.Live;

public sealed class ExplainTextTests
{
    [Fact]
    public void Append_FilterOfBothParts_ShowsWhatRunsWhere()
    {
        var text = Explain("evt.type in (open, read) and evt.dir=< and proc.pid=7 and fd.name contains \"a  b\"");

        Assert.StartsWith(
            """
            In the kernel, before an event is copied:
              < open, read 
              proc.pid 7 
            In this program, of the events that arrive:
              fd.name contains "a  b"
            Copied whatever the filter says, because names depend on them, but not shown:
              accept,
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "every event is copied")]
    [InlineData("evt.type!=read", "> all types but read ")]
    [InlineData("proc.pid=1 and proc.pid=2", "nothing can match")]
    [InlineData("evt.type=open", "nothing is left to ask")]
    [InlineData("fd.num=1", "every event")]
    public void Append_Filter_SaysSo(string filter, string expected) => Assert.Contains(expected, Explain(filter), StringComparison.Ordinal);

    [Fact]
    public void Append_DisplayFilter_IsLeftToTheProgram() => Assert.Contains("every event is copied", Explain("evt.type=open", isDisplayFilter: true), StringComparison.Ordinal);

    [Fact]
    public void Append_Command_IsFollowedByTheKernel()
    {
        var output = new Utf8Writer();
        ExplainText.Append(output, LiveSplit.Of(new TraceOptions(), new FieldSession()), followsCommand: true);

        Assert.Contains("the command with its descendants", Encoding.UTF8.GetString(output.Written), StringComparison.Ordinal);
    }

    static string Explain(string filter, bool isDisplayFilter = false)
    {
        var options = new TraceOptions { Filter = filter, IsDisplayFilter = isDisplayFilter };
        var output = new Utf8Writer();
        ExplainText.Append(output, LiveSplit.Of(options, new FieldSession()), followsCommand: false);
        return Encoding.UTF8.GetString(output.Written);
    }
}
