using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Live;

namespace Mesoscope.Cli.Tests.Live;

public sealed class StartedCommandTests
{
    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("kill -TERM $$", 128 + 15)]
    [InlineData("exit 0", 0)]
    public void Status_OfACommand_IsThatOfAShell(string script, int expected)
    {
        var command = StartedCommand.Start(["sh", "-c", script]);
        Assert.False(command.HasEnded());

        command.ContinueOnce();
        Assert.True(SpinWait.SpinUntil(command.HasEnded, TimeSpan.FromMinutes(1)));

        Assert.Equal(expected, command.Status);
    }

    [Fact]
    public void Start_Command_StandsBeforeItsProgram()
    {
        var marker = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var command = StartedCommand.Start(["touch", marker]);
        var state = File.ReadAllText($"/proc/{command.Pid}/stat");
        command.EndUnlessContinued();

        Assert.Contains(" T ", state, StringComparison.Ordinal);
        Assert.False(File.Exists(marker));
        Assert.NotNull(command.Status);
    }

    [Theory]
    [InlineData("no-such-program-anywhere")]
    [InlineData("/etc/passwd")]
    [InlineData("./nothing")]
    public void Start_NoProgram_IsRefusedByName(string name) =>
        Assert.Contains($"'{name}'", Assert.Throws<UsageException>(() => StartedCommand.Start([name])).Message, StringComparison.Ordinal);
}
