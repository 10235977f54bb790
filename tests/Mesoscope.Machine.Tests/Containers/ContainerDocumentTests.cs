using System.Text;
using Mesoscope.Machine.Containers;

namespace Mesoscope.Machine.Tests.Containers;

public sealed class ContainerDocumentTests
{
    [Fact]
    public void Read_DocumentOfTheFirstEra_KeepsDefaults()
    {
        var container = ContainerDocument.Read("""{"container":{"id":"c1","type":0,"name":"web","image":"nginx"}}"""u8)!;

        Assert.Equal("c1 web nginx", $"{Text(container.Id)} {Text(container.Name)} {Text(container.Image)}");
        Assert.True(container.IsSuccessful);
        Assert.Equal(1024, container.CpuShares);
        Assert.Empty(container.Labels);
    }

    [Fact]
    public void Read_AllMembers_FillsTheRecord()
    {
        var container = ContainerDocument.Read(
            """
            {"container":{"id":"c1","full_id":"c1c1","type":7,"imageid":"i","imagerepo":"r","imagetag":"t","imagedigest":"d","privileged":true,
            "is_pod_sandbox":true,"lookup_state":1,"created_time":1600000000,"ip":"10.1.2.3","labels":{"b":"2","a":"\u00e9\n"},"env":["A=1",5],
            "Mounts":[{"Source":"/s","Destination":"/d","Mode":"ro","RW":true,"Propagation":"p"}],"port_mappings":[{"HostIp":0,"HostPort":80,"ContainerPort":8080}],
            "Healthcheck":{"exe":"/check","args":["-a","b c"]},"memory_limit":5,"swap_limit":6,"cpu_shares":7,"cpu_quota":8,"cpu_period":9,
            "cpuset_cpu_count":10,"mesos_task_id":"t.1","pod_sandbox_id":"s","cni_json":"{}","host_network":true}}
            """u8)!;

        Assert.Equal("c1c1 i r t d s {} t.1", string.Join(' ', new[]
        {
            container.FullId, container.ImageId, container.ImageRepository, container.ImageTag, container.ImageDigest, container.PodSandboxId,
            container.CniJson, container.MesosTaskId,
        }.Select(Text)));
        Assert.Equal(ContainerType.Containerd, container.Type);
        Assert.Equal(0x0A010203u, container.Address);
        Assert.Equal(["a=é\n", "b=2"], container.Labels.Select(l => $"{Text(l.Key)}={Text(l.Value)}"));
        Assert.Equal("A=1", Text(Assert.Single(container.Environment)));
        Assert.True(Assert.Single(container.Mounts).IsWritable);
        Assert.Equal(new ContainerPort(0, 80, 8080), Assert.Single(container.Ports));
        Assert.Equal(["-a", "b c"], Assert.Single(container.Probes).Arguments.Select(Text));
        Assert.Equal((5, 6, 7, 8, 9, 10), (container.MemoryLimitBytes, container.SwapLimitBytes, container.CpuShares, container.CpuQuota, container.CpuPeriod, container.CpuSetCount));
        Assert.True(container is { IsPrivileged: true, IsPodSandbox: true, IsHostNetwork: true, IsHostPid: false });
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(7, true)]
    public void Read_LookupState_TellsSuccess(int state, bool expected) =>
        Assert.Equal(expected, ContainerDocument.Read(Encoding.UTF8.GetBytes($$$"""{"container":{"id":"c","lookup_state":{{{state}}}}}"""))!.IsSuccessful);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"container\":[]}")]
    [InlineData("{\"container\":{\"id\":\"c\"")]
    public void Read_NoContainer_IsRefused(string json) => Assert.Null(ContainerDocument.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Read_DeepNesting_IsRefused() =>
        Assert.Null(ContainerDocument.Read(Encoding.UTF8.GetBytes("{\"container\":" + new string('[', 100_000))));

    [Fact]
    public void Read_InvalidUtf8NulAndRubbishBehind_TakesBytesAsTheyAre()
    {
        byte[] json = [.. "{\"container\":{\"id\":\"c\",\"name\":\"a"u8, 0xFF, .. "b\",\"image\":\"x\\u0000y\",\"imageid\":\"\\ud800z\"}}\0 rubbish"u8];

        var container = ContainerDocument.Read(json)!;

        Assert.Equal(new byte[] { (byte)'a', 0xFF, (byte)'b' }, container.Name);
        Assert.Equal("x", Text(container.Image));
        Assert.Equal("\uFFFDz", Text(container.ImageId));
    }

    [Fact]
    public void Read_EveryPrefix_EndsWell()
    {
        var json = "{\"container\":{\"id\":\"c\",\"labels\":{\"a\":\"\\ud83d\\ude00\"},\"Mounts\":[{\"Source\":1}],\"env\":[\"A\"],\"ip\":\"x\"}}"u8;
        for (var length = 0; length < json.Length - 1; length++)
        {
            Assert.Null(ContainerDocument.Read(json[..length]));
        }
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
