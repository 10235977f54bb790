using System.Text.Json;
using Mesoscope.Containers.Docker;

namespace Mesoscope.Containers.Tests.Docker;

public sealed class DockerChangeTests
{
    const string Id = "0123456789ab0123456789ab0123456789ab0123456789ab0123456789ab0123";

    [Fact]
    public void Sketch_OfABeginning_HasNameImageAndLabels()
    {
        using var document = JsonDocument.Parse("""{"image":"shop/redis:7","name":"mesos-1","tier":"cache"}""");

        var facts = new DockerChange(Id, "create", document.RootElement.EnumerateObject()).Sketch(type: 0);

        Assert.Equal("0123456789ab", facts.Id);
        Assert.Equal(Id, facts.FullId);
        Assert.Equal("mesos-1", facts.Name);
        Assert.Equal(("shop/redis:7", "shop/redis", "7"), (facts.Image.Text, facts.Image.Repository, facts.Image.Tag));
        Assert.Equal([KeyValuePair.Create("tier", "cache")], facts.Labels);
    }

    [Fact]
    public void Sketch_OfAnImageWithoutTag_HasTheTagThatIsMeant()
    {
        using var document = JsonDocument.Parse("""{"image":"redis"}""");

        Assert.Equal("latest", new DockerChange(Id, "create", document.RootElement.EnumerateObject()).Sketch(type: 0).Image.Tag);
    }

    [Fact]
    public void Sketch_OfValuesOfOtherKinds_IsEmpty()
    {
        using var document = JsonDocument.Parse("""{"image":7,"name":null}""");

        var facts = new DockerChange(Id, "create", document.RootElement.EnumerateObject()).Sketch(type: 0);

        Assert.Equal(("", ""), (facts.Name, facts.Image.Text));
    }
}
