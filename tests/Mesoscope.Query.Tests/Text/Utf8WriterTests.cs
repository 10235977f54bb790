using System.Globalization;
using System.Text;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Tests.Text;

public class Utf8WriterTests
{
    public static TheoryData<ulong> Numbers()
    {
        var numbers = new TheoryData<ulong> { 0, ulong.MaxValue, uint.MaxValue, (ulong)uint.MaxValue + 1 };
        for (var power = 1UL; power < 10_000_000_000_000_000_000; power *= 10)
        {
            numbers.Add(power);
            numbers.Add((power * 10) - 1);
        }

        return numbers;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void AppendDecimal_Unsigned_WritesAllDigits(ulong number)
    {
        var writer = new Utf8Writer(1);

        writer.AppendDecimal(number);

        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetString(writer.Written));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-10)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void AppendDecimal_Signed_WritesTheSign(long number)
    {
        var writer = new Utf8Writer();

        writer.AppendDecimal(number);

        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetString(writer.Written));
    }

    [Theory]
    [InlineData(0, 9, "000000000")]
    [InlineData(7, 2, "07")]
    [InlineData(123, 2, "123")]
    [InlineData(999_999_999, 9, "999999999")]
    public void AppendPadded_Number_HasAtLeastThatManyDigits(ulong number, int digits, string expected)
    {
        var writer = new Utf8Writer(1);

        writer.AppendPadded(number, digits);

        Assert.Equal(expected, Encoding.UTF8.GetString(writer.Written));
    }

    [Theory]
    [InlineData(0UL, "0", "0")]
    [InlineData(8UL, "8", "10")]
    [InlineData(ulong.MaxValue, "ffffffffffffffff", "1777777777777777777777")]
    public void AppendHexAndOctal_Number_WriteNoLeadingZeros(ulong number, string hex, string octal)
    {
        var writer = new Utf8Writer(1);

        writer.AppendHex(number);
        writer.Append((byte)' ');
        writer.AppendOctal(number);

        Assert.Equal($"{hex} {octal}", Encoding.UTF8.GetString(writer.Written));
    }
}
