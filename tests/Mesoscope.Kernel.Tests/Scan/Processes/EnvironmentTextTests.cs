using System.Text;
using Mesoscope.Kernel.Scan.Processes;

namespace Mesoscope.Kernel.Tests.Scan.Processes;

public sealed class EnvironmentTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("A=1\0")]
    [InlineData("A=1\0B=2\0")]
    public void Cut_ThatFits_IsTheSame(string text)
    {
        Assert.Equal(text, Cut(text, out var isCut));
        Assert.False(isCut);
    }

    [Fact]
    public void Cut_WithoutAnEnd_IsEnded() => Assert.Equal("A=\0", Cut("A=1", out _));

    [Fact]
    public void Cut_ThatIsTooLong_KeepsWhatTellsTheTask()
    {
        var text = "FIRST=1\0BIG=" + new string('x', 5000) + "\0LAST=1\0MESOS_TASK_ID=shop_web.1\0";
        Assert.Equal("FIRST=1\0LAST=1\0MESOS_TASK_ID=shop_web.1\0".Replace("LAST=1\0", "", StringComparison.Ordinal), Cut(text, out var isCut));
        Assert.True(isCut);
    }

    [Fact]
    public void Cut_OfAnyLength_StaysBelowTheLimit()
    {
        for (var length = 4000; length < 4200; length++)
        {
            var text = "MESOS_A=1\0X=" + new string('x', length) + "\0MESOS_B=2\0";
            var cut = Cut(text, out _);
            Assert.InRange(cut.Length, 20, EnvironmentText.MaxBytes);
            Assert.EndsWith("MESOS_B=2\0", cut, StringComparison.Ordinal);
        }
    }

    static string Cut(string text, out bool isCut) => Encoding.UTF8.GetString(EnvironmentText.Cut(Encoding.UTF8.GetBytes(text), out isCut));
}
