using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;
using Xunit;

namespace Mesoscope.Query.Tests.Formats;

public class ValueTextTests
{
    [Theory]
    [InlineData(ParameterType.Int16, PrintFormat.Id, -1L, "-1", "-1")]
    [InlineData(ParameterType.Int32, PrintFormat.Hex, -1L, "FFFFFFFF", "\"FFFFFFFF\"")]
    [InlineData(ParameterType.UInt32, PrintFormat.Hex, 255L, "255", "\"255\"")]
    [InlineData(ParameterType.UInt32, PrintFormat.None, 255L, null, null)]
    [InlineData(ParameterType.UInt32, PrintFormat.Octal, 8L, "10", "\"10\"")]
    [InlineData(ParameterType.UInt64, PrintFormat.Decimal, -1L, "18446744073709551615", "18446744073709551615")]
    [InlineData(ParameterType.RelTime, PrintFormat.PaddedDecimal, 42L, "000000042", "\"000000042\"")]
    [InlineData(ParameterType.Int64, PrintFormat.None, -5L, "-5", "\"-5\"")]
    [InlineData(ParameterType.Bool, PrintFormat.None, 1L, "true", "true")]
    [InlineData(ParameterType.Bool, PrintFormat.None, 0L, "false", "false")]
    public void Append_Number_DependsOnTypeAndFormat(ParameterType type, PrintFormat format, long number, string? text, string? json)
    {
        var value = new FieldValue { Type = type, Format = format, Number = (ulong)number };
        var output = new Utf8Writer();
        Assert.Equal(text is not null, ValueText.Append(output, value));
        Assert.Equal(text ?? "", Encoding.UTF8.GetString(output.Written));
        output.Clear();
        Assert.Equal(json is not null, ValueJson.Append(output, value));
        Assert.Equal(json ?? "", Encoding.UTF8.GetString(output.Written));
    }
}
