using System.Text.Json;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers.Tests.Documents;

public sealed class DocumentWriterTests
{
    [Fact]
    public void Write_OfTooManyLabels_StaysBelowWhatAnEventHolds()
    {
        var facts = new ContainerFacts
        {
            Id = "0123456789ab",
            Type = 0,
            Labels = [.. Enumerable.Range(0, 5000).Select(i => KeyValuePair.Create($"label{i}", new string('x', 100)))],
            Environment = [.. Enumerable.Range(0, 5000).Select(i => $"MESOS_{i}=" + new string('x', 100))],
            Mounts = [.. Enumerable.Range(0, 5000).Select(i => new ContainerMount($"/srv/{i}", "/data", "", true, ""))],
            Ports = [.. Enumerable.Range(0, 5000).Select(i => new ContainerPort(0, (ushort)i, (ushort)i))],
        };
        var json = DocumentWriter.Write(facts);
        Assert.InRange(json.Length, 20_000, 65_535);
        using var document = JsonDocument.Parse(json);
        Assert.True(document.RootElement.GetProperty("container").GetProperty("labels").EnumerateObject().Count() > 100);
    }

    [Fact]
    public void Write_OfAFailedLookUp_SaysSo()
    {
        using var document = JsonDocument.Parse(DocumentWriter.Write(new ContainerFacts { Id = "0123456789ab", Type = 11, IsSuccessful = false }));
        var container = document.RootElement.GetProperty("container");
        Assert.Equal((11, 2), (container.GetProperty("type").GetInt32(), container.GetProperty("lookup_state").GetInt32()));
        Assert.False(container.TryGetProperty("mesos_task_id", out _));
    }
}
