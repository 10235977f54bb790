using System.Text;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Help;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Tests.Help;

public sealed class TraceHelpTests
{
    [Fact]
    public void Append_OfTheHelp_NamesEveryOptionInTheTablesOrderAndEndsWithExamples()
    {
        var help = Help();
        var at = 0;
        foreach (var row in OptionTable.Rows.Where(row => row.Usage.Length > 0))
        {
            at = help.IndexOf("\n " + row.Usage, at, StringComparison.Ordinal);
            Assert.True(at > 0, $"'{row.Usage}' is missing or out of order");
        }

        Assert.True(help.IndexOf("Examples:", StringComparison.Ordinal) > at);
    }

    [Fact]
    public void Append_OfTheHelp_SetsDescriptionsInAColumn()
    {
        Assert.Contains(
            """
             -q, --quiet        Print no events. 
             -R                 Show ports by the names of their services. 
             -r <readfile>, --read=<readfile>
                                Read events from <readfile>, plain or compressed; - is standard input. 
                                Several are read one after the other. 

            """.ReplaceLineEndings("\n"), Help(), StringComparison.Ordinal);
    }

    static string Help()
    {
        var output = new Utf8Writer();
        TraceHelp.Append(output);
        return Encoding.UTF8.GetString(output.Written);
    }
}
