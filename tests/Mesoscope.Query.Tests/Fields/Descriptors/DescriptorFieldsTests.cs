using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Tests.Fields.Descriptors;

public sealed class DescriptorFieldsTests
{
    readonly FieldScene _scene = new();

    [Theory]
    [InlineData(3, "fd.num", "3")]
    [InlineData(3, "fd.type", "file")]
    [InlineData(3, "fd.typechar", "f")]
    [InlineData(3, "fd.name", "/etc/passwd")]
    [InlineData(3, "fd.directory", "/etc")]
    [InlineData(3, "fd.filename", "passwd")]
    [InlineData(3, "fd.containername", ":/etc/passwd")]
    [InlineData(3, "fd.containerdirectory", ":/etc")]
    [InlineData(3, "fd.uid", "2003")]
    [InlineData(3, "fd.dev", "12345")]
    [InlineData(3, "fd.dev.major", "291")]
    [InlineData(3, "fd.dev.minor", "69")]
    [InlineData(3, "fd.sip", null)]
    [InlineData(3, "fd.l4proto", "<NA>")]
    [InlineData(3, "fd.sockfamily", null)]
    [InlineData(3, "fd.is_server", "false")]
    [InlineData(8, "fd.directory", "/srv")]
    [InlineData(8, "fd.filename", null)]
    [InlineData(4, "fd.name", "10.0.0.1:40000->93.184.216.34:443")]
    [InlineData(4, "fd.cip", "10.0.0.1")]
    [InlineData(4, "fd.sip", "93.184.216.34")]
    [InlineData(4, "fd.lip", "10.0.0.1")]
    [InlineData(4, "fd.rip", "93.184.216.34")]
    [InlineData(4, "fd.lport", "40000")]
    [InlineData(4, "fd.rport", "443")]
    [InlineData(4, "fd.sproto", "443")]
    [InlineData(4, "fd.l4proto", "tcp")]
    [InlineData(4, "fd.sockfamily", "ip")]
    [InlineData(4, "fd.is_server", "false")]
    [InlineData(4, "fd.directory", null)]
    [InlineData(4, "fd.sip.name", null)]
    [InlineData(5, "fd.sport", "8080")]
    [InlineData(5, "fd.sproto", "")]
    [InlineData(5, "fd.cport", null)]
    [InlineData(5, "fd.is_server", "true")]
    [InlineData(7, "fd.cport", "0")]
    [InlineData(7, "fd.cproto", "")]
    [InlineData(7, "fd.sockfamily", "unix")]
    [InlineData(99, "fd.name", null)]
    [InlineData(99, "fd.typechar", "o")]
    [InlineData(99, "fd.type", null)]
    [InlineData(3, "fd.types", "(file,ipv4,unix,directory)")]
    [InlineData(3, "fd.types[4]", "ipv4")]
    public void Text_OfDescriptorInUse_SaysWhatItIs(long descriptor, string field, string? expected)
    {
        _scene.Run(EventType.SyscallReadEnter, descriptor, 10);
        Assert.Equal(expected, _scene.Text(field));
    }

    [Theory]
    [InlineData("fd.ip=10.0.0.1", true)]
    [InlineData("fd.ip=93.184.216.34", true)]
    [InlineData("fd.ip!=93.184.216.34", false)]
    [InlineData("fd.ip!=1.2.3.4", true)]
    [InlineData("fd.ip in (1.2.3.4, 10.0.0.1)", true)]
    [InlineData("fd.net=93.184.0.0/16", true)]
    [InlineData("fd.net!=10.0.0.0/8", false)]
    [InlineData("fd.cnet=10.0.0.0/8", true)]
    [InlineData("fd.snet=10.0.0.0/8", false)]
    [InlineData("fd.port=443", true)]
    [InlineData("fd.port=40000", true)]
    [InlineData("fd.port!=443", false)]
    [InlineData("fd.port<1000", true)]
    [InlineData("fd.port>=40001", false)]
    [InlineData("fd.port in (1, 2, 443)", true)]
    [InlineData("fd.ip exists", true)]
    [InlineData("fd.name contains 443", true)]
    public void Matches_EitherEnd_IsEqualWhenOneIs(string filter, bool expected)
    {
        _scene.Run(EventType.SyscallReadEnter, 4, 10);
        Assert.Equal(expected, _scene.Matches(filter));
    }

    [Fact]
    public void Text_FailedOpen_IsThePathThatWasAskedFor()
    {
        _scene.Run(EventType.SyscallOpenEnter, "lib/a.so", 0, 0);
        _scene.Run(EventType.SyscallOpenExit, -2, "lib/a.so", 0, 0, 0, 0);
        Assert.Equal("/app/lib/a.so", _scene.Text("fd.name"));
        Assert.Equal("/app/lib", _scene.Text("fd.directory"));
        Assert.Equal("f", _scene.Text("fd.typechar"));
        Assert.Null(_scene.Text("fd.filename"));
        Assert.Null(_scene.Text("fd.type"));
    }

    [Fact]
    public void Text_FailedOpenAtWorkingDirectory_IsThePathThatWasAskedFor()
    {
        _scene.Run(EventType.SyscallOpenatV2Enter, -100, "../x", 0, 0);
        _scene.Run(EventType.SyscallOpenatV2Exit, -2, -100, "../x", 0, 0, 0, 0);
        Assert.Equal("/x", _scene.Text("fd.name"));
    }

    [Fact]
    public void Text_EventWithoutDescriptor_HasNone()
    {
        _scene.Run(EventType.SyscallGetcwdEnter);
        Assert.Null(_scene.Text("fd.num"));
        Assert.Null(_scene.Text("fd.name"));
    }
}
