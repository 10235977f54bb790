namespace Mesoscope.Query.Tests.Fields.Syslog;

public sealed class SyslogFieldsTests
{
    readonly FieldScene _scene = new();

    [Theory]
    [InlineData("<30>hello world", "daemon", "info", "hello world")]
    [InlineData("<0>x", "kern", "emerg", "x")]
    [InlineData("<999>x", "<NA>", "debug", "x")]
    [InlineData("<13>", "user", "notice", "")]
    public void Text_OfMessage_IsItsParts(string data, string facility, string severity, string message)
    {
        _scene.Write(7, data);
        Assert.Equal(facility, _scene.Text("syslog.facility.str"));
        Assert.Equal(severity, _scene.Text("syslog.severity.str"));
        Assert.Equal(message, _scene.Text("syslog.message"));
    }

    [Theory]
    [InlineData(7, "<x>hello")]
    [InlineData(7, "<>hello")]
    [InlineData(7, "")]
    [InlineData(3, "<30>hello")]
    public void Text_OfOtherWrites_IsNone(long descriptor, string data)
    {
        _scene.Write(descriptor, data);
        Assert.Null(_scene.Text("syslog.message"));
        Assert.Null(_scene.Text("syslog.severity"));
    }
}
