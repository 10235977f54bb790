using System.Text;
using Mesoscope.Cli.Help;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Tests.Help;

public sealed class TextWrapTests
{
    [Theory]
    [InlineData("one two three", "one two \n  three ")]
    [InlineData("one  two\nsix", "one two \n  six ")]
    [InlineData("12345678 1", "12345678 \n  1 ")]
    [InlineData("longer-than-the-column x", "longer-than-the-column \n  x ")]
    [InlineData("", "")]
    public void Append_OfWords_BreaksBeforeWhatDoesNotFit(string text, string expected)
    {
        var output = new Utf8Writer();
        TextWrap.Append(output, text, column: 2, width: 10);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }

    [Theory]
    [InlineData("ab", "ab  ")]
    [InlineData("abcd", "abcd")]
    [InlineData("abcde", "abcde")]
    public void AppendPadded_OfAText_FillsTheWidth(string text, string expected)
    {
        var output = new Utf8Writer();
        TextWrap.AppendPadded(output, text, 4);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }
}
