using System.Text;
using Mesoscope.Query.Text;
using Xunit;

namespace Mesoscope.Query.Tests.Text;

public class JsonTextTests
{
    [Theory]
    [InlineData(new byte[] { }, "\"\"")]
    [InlineData(new byte[] { 0x61, 0x22, 0x5c, 0x2f, 0x7f }, "\"a\\\"\\\\/\u007f\"")]
    [InlineData(new byte[] { 8, 9, 10, 12, 13, 1, 0x1f }, "\"\\b\\t\\n\\f\\r\\u0001\\u001f\"")]
    [InlineData(new byte[] { 0xc3, 0xa4, 0x61 }, "\"\\u00e4a\"")]
    [InlineData(new byte[] { 0xf0, 0x9f, 0x98, 0x80 }, "\"\\ud83d\\ude00\"")]
    [InlineData(new byte[] { 0xff, 0x61 }, "\"\\ufffda\"")]
    [InlineData(new byte[] { 0xc3 }, "\"\\ufffd\"")]
    [InlineData(new byte[] { 0xe2, 0x82 }, "\"\\ufffd\\ufffd\"")]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, "\"\\ufffd\"")]
    public void AppendString_AnyBytes_IsAsciiJson(byte[] text, string expected)
    {
        var output = new Utf8Writer();
        JsonText.AppendString(output, text);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(0.1, "0.10000000000000001")]
    [InlineData(25, "25.0")]
    public void AppendDouble_Number_ReadsBackAsDouble(double value, string expected)
    {
        var output = new Utf8Writer();
        JsonText.AppendDouble(output, value);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }
}
