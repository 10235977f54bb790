using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Tests.Formats;

public sealed class JsonFormatTests
{
    [Theory]
    [InlineData("hello", "null")]
    [InlineData("*", "null")]
    [InlineData("x %evt.type y %evt.num", """{"evt.num":7,"evt.type":"close"}""")]
    [InlineData("%evt.num %evt.num", """{"evt.num":7}""")]
    [InlineData("%20evt.type", """{"evt.type":"close"}""")]
    [InlineData("*%evt.num %evt.arg.domain", """{"evt.arg.domain":null,"evt.num":7}""")]
    [InlineData("*%evt.arg[0] %evt.arg.fd", """{"evt.arg.fd":"<f>/etc/passwd","evt.arg[0]":"<f>/etc/passwd"}""")]
    [InlineData("%evt.num %evt.arg.domain", null)]
    public void TryFormat_OfAFormat_GivesASortedObject(string format, string? expected) =>
        Assert.Equal(expected, Text(JsonFormat.Compile(format, Session())));

    [Theory]
    [InlineData("%evt.type %evt.num", """{"evt.type":"close","evt.num":7}""")]
    [InlineData("%evt.arg.domain %evt.num", """{"evt.num":7}""")]
    [InlineData("%evt.arg.domain", "{}")]
    [InlineData("%evt.num %evt.args", """{"evt.num":7,"args":{"fd":3}}""")]
    public void TryFormat_OfNdjson_KeepsTheOrderAndLeavesOutWhatIsAbsent(string format, string expected) =>
        Assert.Equal(expected, Text(NdjsonFormat.Compile(format, Session())));

    [Fact]
    public void TryFormat_OfNdjsonArguments_WritesNumbersAndTexts()
    {
        var context = new EventScene().Show(
            EventType.SyscallOpenExit, BitConverter.GetBytes(-2L), "/a\"b\0"u8.ToArray(), BitConverter.GetBytes(1), BitConverter.GetBytes(0), BitConverter.GetBytes(8));

        Assert.Equal(
            """{"args":{"fd":-2,"name":"/a\"b","flags":1,"mode":0,"dev":8}}""",
            Text(NdjsonFormat.Compile("%evt.args", Session()), context));
    }

    static string? Text(EventFormat format, EventContext? context = null)
    {
        var output = new Utf8Writer();
        context ??= new EventScene().Show(EventType.SyscallCloseEnter, BitConverter.GetBytes(3L));
        return format.TryFormat(context, output) ? Encoding.UTF8.GetString(output.Written) : null;
    }

    static FieldSession Session() => new() { IsJson = true };
}
