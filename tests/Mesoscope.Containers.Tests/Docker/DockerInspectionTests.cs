using System.Text;
using System.Text.Json;
using Mesoscope.Containers.Docker;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers.Tests.Docker;

public sealed class DockerInspectionTests
{
    [Fact]
    public void Read_OfAnInspection_TellsAllThatIsKept()
    {
        var facts = Read(FakeDocker.Inspection())!;
        Assert.Equal((FakeDocker.Id, FakeDocker.FullId, "web"), (facts.Id, facts.FullId, facts.Name));
        Assert.Equal(new ImageName("shop/web:1.9@sha256:77", "shop/web", "1.9", "sha256:77"), facts.Image);
        Assert.Equal(FakeDocker.ImageId, facts.ImageId);
        Assert.Equal(("172.17.0.4", "1000"), (facts.Address, facts.User));
        Assert.Equal((true, true, false, true), (facts.IsPrivileged, facts.IsHostNetwork, facts.IsHostPid, facts.IsHostIpc));
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero).ToUnixTimeSeconds(), facts.CreatedSeconds);
        Assert.Equal((1048576, -1, 512, 50_000, 100_000, 4), (facts.MemoryLimitBytes, facts.SwapLimitBytes, facts.CpuShares, facts.CpuQuota, facts.CpuPeriod, facts.CpuSetCount));
        Assert.Equal([new ContainerPort(0x01020304, 16379, 6379)], facts.Ports);
        Assert.Equal([new ContainerMount("/srv", "/data", "ro", false, "rprivate")], facts.Mounts);
        Assert.Equal([KeyValuePair.Create("a", "b"), KeyValuePair.Create("tier", "front")], facts.Labels);
        Assert.Equal(["MESOS_TASK_ID=shop_web.1", "MARATHON_APP_ID=/shop/web"], facts.Environment);
        Assert.Equal("shop_web.1", facts.MesosTaskId);
        Assert.Equal(("/bin/check", "-q"), (facts.HealthCheck!.Exe, Assert.Single(facts.HealthCheck.Arguments)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"Id\":7}")]
    [InlineData("{\"Id\":\"ffffffffffff\"}")]
    public void Read_OfSomethingElse_TellsNothing(string json) => Assert.Null(Read(json));

    [Fact]
    public void Read_OfMembersOfOtherKinds_TakesThemForEmpty()
    {
        var facts = Read($$$"""{"Id":"{{{FakeDocker.FullId}}}","Name":[],"Config":[1],"HostConfig":"x","NetworkSettings":{"Ports":[],"Networks":7},"Mounts":{"a":1},"Created":{}}""")!;
        Assert.Equal(("", "", "0.0.0.0"), (facts.Name, facts.Image.Text, facts.Address));
        Assert.Empty(facts.Mounts);
        Assert.Equal(0, facts.CreatedSeconds);
    }

    [Fact]
    public void Read_OfAContainerInANetwork_TakesItsAddressThere()
    {
        var facts = Read($$$$$"""{"Id":"{{{{{FakeDocker.FullId}}}}}","NetworkSettings":{"IPAddress":"","Networks":{"a":{"IPAddress":""},"b":{"IPAddress":"10.1.2.3"}}}}""")!;
        Assert.Equal("10.1.2.3", facts.Address);
    }

    [Fact]
    public void Read_OfChangedInspections_NeverThrowsWhatIsNotExpected()
    {
        var original = Encoding.UTF8.GetBytes(FakeDocker.Inspection());
        var random = new Random(7);
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var changed = (byte[])original.Clone();
            changed[random.Next(changed.Length)] = (byte)random.Next(32, 127);
            try
            {
                using var document = JsonDocument.Parse(changed);
                var facts = DockerInspection.Read(document.RootElement, FakeDocker.Id, 0);
                if (facts is not null)
                {
                    using var written = JsonDocument.Parse(DocumentWriter.Write(facts));
                    read++;
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // What the endpoint counts as nonsense.
            }
        }

        Assert.InRange(read, 1, 20_000);
    }

    [Theory]
    [InlineData("tiny", "{\"RepoTags\":[\"tiny:latest\"],\"RepoDigests\":[]}", "tiny", "latest", "")]
    [InlineData("tiny:3", "{}", "tiny", "3", "")]
    [InlineData("ffff0000", "{\"RepoTags\":[\"shop/web:2\"],\"RepoDigests\":[\"shop/web@sha256:aa\"]}", "shop/web", "2", "sha256:aa")]
    [InlineData("sha256:ffff0000", "{\"RepoTags\":null,\"RepoDigests\":[\"r:5000/w@sha256:aa\"]}", "r:5000/w", "latest", "sha256:aa")]
    [InlineData("web", "{\"RepoDigests\":[\"a/web@sha256:aa\",\"b/web@sha256:aa\"]}", "web", "latest", "sha256:aa")]
    [InlineData("web", "{\"RepoDigests\":[\"a/web@sha256:aa\",\"b/web@sha256:bb\"]}", "web", "latest", "")]
    [InlineData("web", "[]", "web", "latest", "")]
    public void Complete_FromTheImage_FindsNameTagAndDigest(string text, string image, string repository, string tag, string digest)
    {
        var facts = new ContainerFacts { Id = FakeDocker.Id, Type = 0, ImageId = FakeDocker.ImageId, Image = ImageName.Parse(text) };
        using var document = JsonDocument.Parse(image);
        Assert.True(ImageInspection.IsNeeded(facts));
        Assert.Equal(new ImageName(text, repository, tag, digest), ImageInspection.Complete(facts, document.RootElement));
    }

    static ContainerFacts? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return DockerInspection.Read(document.RootElement, FakeDocker.Id, 0);
    }
}
