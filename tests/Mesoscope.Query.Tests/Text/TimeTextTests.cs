using System.Text;
using Mesoscope.Query.Text;
using Xunit;

namespace Mesoscope.Query.Tests.Text;

public class TimeTextTests
{
    const ulong Timestamp = 1_512_426_387_021_228_825;

    [Fact]
    public void Append_EachForm_ReadsAsUsual()
    {
        var output = new Utf8Writer();
        var time = new TimeText(0);
        time.AppendTime(output, Timestamp, withFraction: true);
        output.Append((byte)'|');
        time.AppendDateTime(output, Timestamp, withFraction: false);
        output.Append((byte)'|');
        time.AppendIso(output, Timestamp);
        Assert.Equal("22:26:27.021228825|2017-12-04 22:26:27|2017-12-04T22:26:27.021228825+0000", Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void Append_LocalClockAhead_TurnsTheDayButNotTheIsoForm()
    {
        var output = new Utf8Writer();
        var time = new TimeText(2 * 3600);
        time.AppendDateTime(output, Timestamp, withFraction: false);
        output.Append((byte)'|');
        time.AppendIso(output, Timestamp);
        output.Append((byte)'|');
        time.AppendTime(output, Timestamp, withFraction: false);
        Assert.Equal("2017-12-05 00:26:27|2017-12-04T22:26:27.021228825+0000|00:26:27", Encoding.UTF8.GetString(output.Written));
    }

    [Theory]
    [InlineData(0, "0ns")]
    [InlineData(1_050, "1.05us")]
    [InlineData(10_050, "10us")]
    [InlineData(1_009_999, "1.00ms")]
    [InlineData(15_000_000, "15ms")]
    [InlineData(2_509_999_999, "2.50s")]
    [InlineData(65_000_000_000, "1:5")]
    [InlineData(3_605_000_000_000, "01:00:05")]
    public void AppendDuration_EachSize_HasItsUnit(ulong nanoseconds, string expected)
    {
        var output = new Utf8Writer();
        DurationText.Append(output, nanoseconds);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }
}
