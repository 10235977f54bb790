using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Text;
using Mesoscope.Testing.Captures;
using Xunit;

namespace Mesoscope.Query.Tests.Fields.EventFields;

public class EventFieldsTests
{
    const string Absent = "<NA>";
    readonly EventScene _scene = new();

    [Theory]
    [InlineData("evt.num", "7")]
    [InlineData("evt.cpu", "2")]
    [InlineData("evt.dir", "<")]
    [InlineData("evt.type", "read")]
    [InlineData("syscall.type", "read")]
    [InlineData("evt.category", "file")]
    [InlineData("evt.time", "02:40:02.000000003")]
    [InlineData("evt.outputtime", "02:40:02.000000003")]
    [InlineData("evt.rawtime.s", "1500000002")]
    [InlineData("evt.rawtime.ns", "000000003")]
    [InlineData("evt.reltime", "2000000003")]
    [InlineData("evt.latency.ns", "000000000")]
    [InlineData("evt.deltatime", "0")]
    [InlineData("evt.args", "res=2 data=hi ")]
    [InlineData("evt.arg[0]", "2")]
    [InlineData("evt.arg.data", "hi")]
    [InlineData("evt.arg.fd", Absent)]
    [InlineData("evt.arg[9]", Absent)]
    [InlineData("evt.arg[-1]", Absent)]
    [InlineData("evt.rawarg.res", "2")]
    [InlineData("evt.rawarg.size", Absent)]
    [InlineData("evt.type.is.read", Absent)]
    [InlineData("evt.buffer", "hi")]
    [InlineData("evt.buflen", "2")]
    [InlineData("evt.buflen.file.in", "2")]
    [InlineData("evt.buflen.net", Absent)]
    [InlineData("evt.res", "SUCCESS")]
    [InlineData("evt.rawres", "2")]
    [InlineData("evt.failed", "false")]
    [InlineData("evt.is_io_read", "true")]
    [InlineData("evt.io_dir", "read")]
    [InlineData("evt.is_wait", "false")]
    [InlineData("evt.wait_latency", Absent)]
    [InlineData("evt.count.error", Absent)]
    [InlineData("evt.count.exit", "1")]
    [InlineData("evt.abspath", Absent)]
    [InlineData("evt.is_open_read", "false")]
    [InlineData("evt.pluginname", Absent)]
    [InlineData("evt.source", "syscall")]
    public void TryAppend_Read_ShowsTheField(string text, string expected)
    {
        _scene.Show(EventType.SyscallReadExit, Parameter.I64(2), Parameter.Data((byte)'h', (byte)'i'));
        _scene.Context.Descriptor = _scene.Machine.FindDescriptors(_scene.Context.Thread!)!.Find(3);
        Assert.Equal(expected, Text(text));
    }

    [Theory]
    [InlineData("evt.res", "ENOENT")]
    [InlineData("evt.rawres", "-2")]
    [InlineData("evt.failed", "true")]
    [InlineData("evt.count.error", "1")]
    [InlineData("evt.count.error.file", "1")]
    [InlineData("evt.count.error.net", Absent)]
    [InlineData("evt.count.error.other", Absent)]
    [InlineData("evt.abspath", "/srv/data/sub")]
    [InlineData("evt.is_open_read", "true")]
    [InlineData("evt.is_open_write", "false")]
    [InlineData("evt.is_open_exec", "false")]
    [InlineData("evt.arg.name", "/srv/data/sub")]
    [InlineData("evt.arg.flags", "O_RDONLY")]
    public void TryAppend_FailedOpen_ShowsTheField(string text, string expected)
    {
        _scene.Show(EventType.SyscallOpenatV2Exit, Parameter.I64(-2), Parameter.I64(4), Parameter.Text("sub"), Parameter.U32(1), Parameter.U32(0x1ff));
        Assert.Equal(expected, Text(text));
    }

    [Fact]
    public void Info_WriteToLog_IsDecoded()
    {
        _scene.Show(EventType.SyscallWriteExit, Parameter.I64(8), Encoding.UTF8.GetBytes("<30>hello"));
        _scene.Context.Descriptor = _scene.Machine.FindDescriptors(_scene.Context.Thread!)!.Find(6);
        Assert.Equal("syslog sev=info msg=hello", Text("evt.info"));
        Assert.Equal("res=8 data=<30>hello ", Text("evt.args"));
        Assert.Equal("true", Text("evt.is_syslog"));
    }

    [Fact]
    public void Type_GenericEvent_IsTheCallsName()
    {
        var number = Enumerable.Range(1, EventSchema.SyscallCount - 1).First(static i => EventSchema.GetSyscall(i).Name == "getpgrp");
        _scene.Show(EventType.GenericEnter, Parameter.U16((ushort)number), Parameter.U16(1));
        Assert.Equal("getpgrp", Text("evt.type"));
        Assert.Equal("", Text("evt.args"));
    }

    [Theory]
    [InlineData('a', "1500000002.3")]
    [InlineData('r', "2.000000003")]
    [InlineData('d', "0.000000000")]
    [InlineData('D', "0.000000000")]
    public void OutputTime_EachStyle_HasItsForm(char style, string expected)
    {
        _scene.Show(EventType.SyscallCloseExit, Parameter.I64(0));
        Assert.Equal(expected, Text("evt.outputtime", new FieldSession { TimeStyle = style, TimeZone = TimeZoneInfo.Utc }));
    }

    [Theory]
    [InlineData("evt.arg.nonsense")]
    [InlineData("evt.rawarg[0]")]
    [InlineData("evt.type.is.nonsense")]
    [InlineData("evt.around[x]")]
    public void Bind_BadArgument_IsAnError(string text) =>
        Assert.Throws<FieldException>(() => FieldRegistry.Bind(text, new FieldSession()));

    [Fact]
    public void Around_TimesNear_Match()
    {
        _scene.Show(EventType.SyscallCloseExit, Parameter.I64(0));
        var field = FieldRegistry.Bind($"evt.around[{EventScene.FirstTime}]", new FieldSession());
        Assert.True(field.Compare(FilterOperator.Equal, ["2001"])!.Matches(_scene.Context));
        Assert.False(field.Compare(FilterOperator.Equal, ["2000"])!.Matches(_scene.Context));
        Assert.Throws<FilterException>(() => field.Compare(FilterOperator.Less, ["1"]));
    }

    string Text(string field, FieldSession? session = null)
    {
        var output = new Utf8Writer();
        var bound = FieldRegistry.Bind(field, session ?? new FieldSession { TimeZone = TimeZoneInfo.Utc });
        return bound.TryAppend(_scene.Context, output) ? Encoding.UTF8.GetString(output.Written) : Absent;
    }
}
