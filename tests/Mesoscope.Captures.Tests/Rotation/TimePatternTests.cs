using Mesoscope.Captures.Rotation;

namespace Mesoscope.Captures.Tests.Rotation;

public sealed class TimePatternTests
{
    [Theory]
    [InlineData("cap_%Y-%m-%d.scap", "cap_2022-03-09.scap")]
    [InlineData("%F %T", "2022-03-09 08:05:03")]
    [InlineData("%y%j %e %k|%l|%I%p", "22068  9  8| 8|08AM")]
    [InlineData("%a %A %b %B %u %w %U %W %V", "Wed Wednesday Mar March 3 3 10 10 10")]
    [InlineData("100%% %Q %", "100% %Q %")]
    public void Fill_Placeholders_LikeStrftime(string pattern, string expected)
    {
        var local = new DateTime(2022, 3, 9, 8, 5, 3, DateTimeKind.Local);
        Assert.Equal(expected, TimePattern.Fill(pattern, new DateTimeOffset(local).ToUnixTimeSeconds()));
    }
}
