using Mesoscope.Cli.Output;

namespace Mesoscope.Cli.Tests.Output;

public sealed class ErrorOutputTests
{
    [Fact]
    public void ShortenLines_OfAVeryLongArgument_KeepsBothEndsOfItsLine()
    {
        var shortened = ErrorOutput.ShortenLines($"filter: '{new string('a', 100_000)}' is not a number\n  proc.pid=a\n           ^");
        var lines = shortened.Split('\n');
        Assert.StartsWith("filter: 'aaa", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("aaa' is not a number", lines[0], StringComparison.Ordinal);
        Assert.InRange(lines[0].Length, 1000, 4500);
        Assert.Equal(["  proc.pid=a", "           ^"], lines[1..]);
    }

    [Fact]
    public void ShortenLines_OfAPathOfTheLongestKind_LeavesIt()
    {
        var message = $"/{new string('p', 4094)}: no such file";
        Assert.Equal(message, ErrorOutput.ShortenLines(message));
    }
}
