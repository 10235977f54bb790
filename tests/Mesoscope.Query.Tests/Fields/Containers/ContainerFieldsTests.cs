using System.Text;
using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Clusters.Text;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Tests.Fields.Containers;

public sealed class ContainerFieldsTests
{
    readonly EventContext _context = new(new MachineState());

    [Theory]
    [InlineData("container.id", "c1")]
    [InlineData("container.name", "web")]
    [InlineData("container.image", "nginx:1")]
    [InlineData("container.image.id", null)]
    [InlineData("container.image.tag", "1")]
    [InlineData("container.type", "podman")]
    [InlineData("container.privileged", "false")]
    [InlineData("container.mounts", "/a:/b:ro:false:p,/c/d:/e::true:")]
    [InlineData("container.mount[0]", "/a:/b:ro:false:p")]
    [InlineData("container.mount[7]", null)]
    [InlineData("container.mount[-2]", null)]
    [InlineData("container.mount[/c/*]", "/c/d:/e::true:")]
    [InlineData("container.mount.source[/b]", "/a")]
    [InlineData("container.mount.source[1]", "/c/d")]
    [InlineData("container.mount.dest[/c*]", "/e")]
    [InlineData("container.mount.mode[1]", "")]
    [InlineData("container.mount.rdwr[1]", "true")]
    [InlineData("container.mount.propagation[0]", "p")]
    [InlineData("container.healthcheck", "/check -a b")]
    [InlineData("container.liveness_probe", "NONE")]
    [InlineData("container.label.a.b/c", "v")]
    [InlineData("container.label.none", null)]
    [InlineData("container.labels", "a.b/c:v, io.kubernetes.pod.name:pod1, x")]
    [InlineData("container.ip", "10.0.0.7")]
    [InlineData("k8s.pod.name", "pod1")]
    [InlineData("k8s.pod.id", null)]
    public void TryAppend_ThreadOfAContainer_TellsItsRecord(string field, string? expected)
    {
        _context.Machine.Containers.Add(new ContainerInfo
        {
            Id = "c1"u8.ToArray(),
            Type = ContainerType.Podman,
            Name = "web"u8.ToArray(),
            Image = "nginx:1"u8.ToArray(),
            ImageTag = "1"u8.ToArray(),
            Address = 0x0A000007,
            Mounts =
            [
                new ContainerMount("/a"u8.ToArray(), "/b"u8.ToArray(), "ro"u8.ToArray(), false, "p"u8.ToArray()),
                new ContainerMount("/c/d"u8.ToArray(), "/e"u8.ToArray(), [], true, []),
            ],
            Probes = [new ContainerProbe(ProbeKind.HealthCheck, "/check"u8.ToArray(), ["-a"u8.ToArray(), "b"u8.ToArray()])],
            Labels =
            [
                new Label("a.b/c"u8.ToArray(), "v"u8.ToArray()),
                new Label("io.kubernetes.pod.name"u8.ToArray(), "pod1"u8.ToArray()),
                new Label("x"u8.ToArray(), []),
            ],
        });
        _context.Thread = new ThreadState { ContainerId = "c1"u8.ToArray() };

        Assert.Equal(expected, Append(field));
    }

    [Theory]
    [InlineData("container.id", "host")]
    [InlineData("container.name", "host")]
    [InlineData("container.type", "host")]
    [InlineData("container.image", null)]
    [InlineData("container.privileged", null)]
    [InlineData("container.mounts", null)]
    [InlineData("container.healthcheck", null)]
    public void TryAppend_ThreadOfTheHost_SaysHostWhereThatIsAnAnswer(string field, string? expected)
    {
        _context.Thread = new ThreadState();

        Assert.Equal(expected, Append(field));
    }

    [Fact]
    public void TryAppend_NoThread_IsAbsent() => Assert.Null(Append("container.id"));

    [Theory]
    [InlineData("container.mount")]
    [InlineData("container.mount[0")]
    [InlineData("container.mount.foo[0]")]
    public void Bind_MountWithoutArgument_IsRefused(string field) =>
        Assert.Throws<FieldException>(() => FieldRegistry.Bind(field, new FieldSession()));

    [Fact]
    public void TryAppend_RecordThatChanges_IsNoticed()
    {
        var field = FieldRegistry.Bind("container.name", new FieldSession());
        _context.Thread = new ThreadState { ContainerId = "c1"u8.ToArray() };
        Assert.Null(Append(field));

        _context.Machine.Containers.Add(new ContainerInfo { Id = "c1"u8.ToArray(), Name = "late"u8.ToArray() });

        Assert.Equal("late", Append(field));
    }

    string? Append(string field) => Append(FieldRegistry.Bind(field, new FieldSession()));

    string? Append(Field field)
    {
        var output = new Utf8Writer();
        return field.TryAppend(_context, output) ? Encoding.UTF8.GetString(output.Written) : null;
    }
}
