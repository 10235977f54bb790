using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;
using Mesoscope.Testing.Events;

namespace Mesoscope.Query.Tests.Formats;

public sealed class LineFormatTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("*", "")]
    [InlineData("%evt.num", "7")]
    [InlineData("%evt.num%evt.type", "7close")]
    [InlineData("(%evt.num) %evt.dir!", "(7) >!")]
    [InlineData("%evt.numx", "7x")]
    [InlineData("%6evt.type|", "close |")]
    [InlineData("%3evt.type|", "clo|")]
    [InlineData("%0evt.type|", "close|")]
    [InlineData("*%4evt.arg.domain|", "<NA>|")]
    [InlineData("*%2evt.arg.domain|%evt.num", "<N|7")]
    [InlineData("*%evt.arg.domain %evt.num", "<NA> 7")]
    [InlineData("é%evt.num", "é7")]
    public void TryFormat_OfAFormat_GivesTheLine(string format, string expected) => Assert.Equal(expected, Line(format));

    [Theory]
    [InlineData("%evt.arg.domain")]
    [InlineData("%evt.num %evt.arg.domain %evt.type")]
    public void TryFormat_WithAnAbsentField_AppendsNothing(string format)
    {
        var output = new Utf8Writer();
        output.Append("before"u8);

        Assert.False(LineFormat.Compile(format, new FieldSession()).TryFormat(Close(), output));
        Assert.Equal("before", Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void TryFormat_AfterADroppedLine_MeasuresTheTimeSinceIt()
    {
        var format = LineFormat.Compile("%evt.arg.domain %evt.deltatime", new FieldSession());
        var output = new Utf8Writer();
        var context = new EventScene().Context;

        Assert.True(format.TryFormat(At(context, EventType.SocketSocketEnter, 100, 2, 1, 0), output));
        Assert.False(format.TryFormat(At(context, EventType.SyscallCloseEnter, 130, 3), output));
        Assert.True(format.TryFormat(At(context, EventType.SocketSocketEnter, 142, 2, 1, 0), output));
        Assert.Equal("AF_INET 0AF_INET 12", Encoding.UTF8.GetString(output.Written));
    }

    [Theory]
    [InlineData("", "empty", 0)]
    [InlineData("%", "'%'", 0)]
    [InlineData("abc %12", "'%'", 4)]
    [InlineData("a%%b", "field", 2)]
    [InlineData("ab %evt.nun", "evt.num", 4)]
    [InlineData("%99999999999evt.num", "limit", 0)]
    public void Compile_OfWhatIsNoFormat_SaysWhere(string format, string expected, int position)
    {
        var error = Assert.Throws<LineFormatException>(() => LineFormat.Compile(format, new FieldSession()));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void TryFormat_InSteadyState_AllocatesNothing()
    {
        var format = LineFormat.Compile("*%evt.num %20evt.type %evt.cpu %evt.dir %proc.name %evt.arg.domain %evt.info", new FieldSession());
        var output = new Utf8Writer();
        var context = Close();
        format.TryFormat(context, output);
        output.Clear();
        format.TryFormat(context, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            output.Clear();
            format.TryFormat(context, output);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(@"a\nb\tc\\d\ee", "a\nb\tc\\d\u001be")]
    [InlineData(@"\q\", @"\q\")]
    [InlineData("none", "none")]
    public void Resolve_OfEscapes_GivesTheirCharacters(string text, string expected) => Assert.Equal(expected, FormatEscapes.Resolve(text));

    static string? Line(string format)
    {
        var output = new Utf8Writer();
        return LineFormat.Compile(format, new FieldSession()).TryFormat(Close(), output) ? Encoding.UTF8.GetString(output.Written) : null;
    }

    static EventContext At(EventContext context, EventType type, ulong time, params object[] values)
    {
        var bytes = EventBuilder.Bytes(type, EventScene.FirstTime + time, EventScene.Shell, values);
        context.Event.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
        return context;
    }

    static EventContext Close() => new EventScene().Show(EventType.SyscallCloseEnter, BitConverter.GetBytes(3L));
}
