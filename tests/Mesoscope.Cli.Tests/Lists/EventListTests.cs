using System.Text;
using Mesoscope.Cli.Lists;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Tests.Lists;

public sealed class EventListTests
{
    [Fact]
    public void Append_OfTheSchema_BeginsWithTheFirstTypesAndLeavesOutOldOnes()
    {
        var output = new Utf8Writer();
        EventList.Append(output);
        var lines = Encoding.UTF8.GetString(output.Written).Split('\n');

        Assert.Equal("> syscall(SYSCALLID ID, UINT16 nativeID)", lines[0]);
        Assert.Equal("< open(FD fd, FSPATH name, FLAGS32 flags, UINT32 mode, UINT32 dev)", lines[3]);
        Assert.DoesNotContain(lines, static line => line.StartsWith("> sysdigevent", StringComparison.Ordinal));
        Assert.Equal("", lines[^1]);
    }
}
