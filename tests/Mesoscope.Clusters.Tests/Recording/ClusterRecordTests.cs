using System.Globalization;
using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Recording;
using Mesoscope.Clusters.State;
using static Mesoscope.Clusters.Tests.Documents.Bytes;

namespace Mesoscope.Clusters.Tests.Recording;

public sealed class ClusterRecordTests
{
    // The length of an event's parameter has 16 bits, and a NUL ends the text.
    const int MaxBytes = ushort.MaxValue - 1;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(5_000)]
    public void Write_OfAnyNumberOfTasks_IsReadBackAsTheSameNames(int tasks)
    {
        var names = Names(tasks);

        var documents = ClusterRecord.Write(names).SelectMany(static document => document.Parts).ToList();

        Assert.All(documents, static document => Assert.True(document.Length <= MaxBytes, $"{document.Length} bytes"));
        Assert.Equal(tasks > 200, documents.Count > 4);
        Assert.Equal(Lines(names), Lines(ReadBack(documents)));
    }

    [Fact]
    public void Write_OfLargeNames_BeginsWithAWholeDocumentForOthers()
    {
        var first = Encoding.UTF8.GetString(ClusterRecord.Write(Names(5_000))[0].Parts[0]);

        using var document = System.Text.Json.JsonDocument.Parse(first);
        var state = document.RootElement.GetProperty("mesos_state");
        Assert.Equal(2, state.GetProperty("frameworks").GetArrayLength());
        Assert.True(state.GetProperty("frameworks")[0].GetProperty("tasks").GetArrayLength() > 50);
    }

    // Whoever reads stops anywhere: what came so far is used, what is missing has no name.
    [Fact]
    public void Read_OfTheFirstPartsOnly_HasTheirNames()
    {
        var names = Names(5_000);
        var documents = ClusterRecord.Write(names)[0].Parts;

        var before = 0;
        for (var parts = 1; parts <= documents.Count; parts++)
        {
            var count = ReadBack([.. documents.Take(parts)]).Tasks.Count;
            Assert.True(count > before || parts == documents.Count, $"{parts} parts have {count} tasks");
            before = count;
        }

        Assert.Equal(names.Tasks.Count, before);
    }

    [Fact]
    public void Write_OfOddTexts_KeepsTheirBytes()
    {
        var cluster = new ClusterState();
        byte[] name = [(byte)'"', (byte)'\\', (byte)'\n', 0xff, 0xc3, 0xa4, (byte)'/'];
        byte[] document = [.. "{\"frameworks\":[{\"id\":\"F\",\"name\":\"f\",\"active\":true,\"tasks\":[{\"id\":\"t\",\"state\":\"TASK_RUNNING\",\"name\":\""u8, .. "\\\"\\\\\\n"u8, 0xff, 0xc3, 0xa4, .. "\\/\"}]}]}"u8];
        cluster.Take(MasterStateReader.Read(new MemoryStream(document)));

        var back = ReadBack([.. ClusterRecord.Write(cluster.Publish()).SelectMany(static d => d.Parts)]);

        Assert.Equal(name, Assert.Single(back.Tasks).Name);
    }

    [Fact]
    public void Write_OfATaskLargerThanADocument_KeepsTheOthers()
    {
        var cluster = new ClusterState();
        var large = new string('x', 60_000);
        cluster.Take(MasterStateReader.Read(Stream(
            $$"""{"frameworks":[{"id":"F","name":"f","active":true,"tasks":[{"id":"{{large}}","name":"y{{large}}","state":"TASK_RUNNING"},{"id":"a","state":"TASK_RUNNING"},{"id":"b","state":"TASK_RUNNING"}]}]}""")));

        var documents = ClusterRecord.Write(cluster.Publish()).SelectMany(static d => d.Parts).ToList();

        Assert.All(documents, static document => Assert.True(document.Length <= MaxBytes, $"{document.Length} bytes"));
        Assert.Equal("a b", string.Join(' ', ReadBack(documents).Tasks.Select(static task => Show(task.Id)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Write_OfALabelThatFillsADocument_LeavesItOutAndKeepsTheTask()
    {
        var cluster = new ClusterState();
        cluster.Take(MasterStateReader.Read(Stream(
            $$"""{"frameworks":[{"id":"F","name":"f","active":true,"tasks":[{"id":"t","name":"web","state":"TASK_RUNNING","labels":[{"key":"large","value":"{{new string('x', 60_000)}}"},{"key":"k","value":"v"}]}]}]}""")));

        var task = Assert.Single(ReadBack([.. ClusterRecord.Write(cluster.Publish()).SelectMany(static d => d.Parts)]).Tasks);

        Assert.Equal(("web", "k"), (Show(task.Name), Show(Assert.Single(task.Labels).Key)));
    }

    static ClusterNames ReadBack(IReadOnlyList<byte[]> documents)
    {
        var recorded = new RecordedCluster();
        Assert.All(documents, document => Assert.True(recorded.Read(document)));
        return recorded.Names;
    }

    static ClusterNames Names(int count)
    {
        var cluster = new ClusterState();
        var tasks = Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture,
            $$$"""{"id":"shop_web.{{{i}}}","name":"web.shop","slave_id":"S{{{i % 3}}}","executor_id":"e{{{i}}}","state":"TASK_RUNNING","labels":[{"key":"n","value":"{{{i}}}"}],"container":{"docker":{"image":"nginx:{{{i}}}"} },"statuses":[{"container_status":{"container_id":{"value":"c{{{i}}}","parent":{"value":"p"} } } }]}""")).ToList();
        cluster.Take(MasterStateReader.Read(Stream(
            $$"""
            {"frameworks":[{"id":"F1","name":"marathon","active":true,"user":"root","role":"r","tasks":[{{string.Join(',', tasks.Where((_, i) => i % 2 == 0))}}]},
            {"id":"F2","name":"batch","active":true,"tasks":[{{string.Join(',', tasks.Where((_, i) => i % 2 == 1))}}]}],
            "slaves":[{"id":"S0","hostname":"h0"},{"id":"S1","hostname":"h1"},{"id":"S2","hostname":"h2"}]}
            """)));
        var ids = string.Join(',', Enumerable.Range(0, count).Where(static i => i % 2 == 0).Select(static i => $$"""{"id":"shop_web.{{i}}"}"""));
        cluster.TakeGroups("F1"u8.ToArray(), MarathonAppsReader.ReadGroups(Stream("""{"id":"/","groups":[{"id":"/shop","apps":[{"id":"/shop/web"}]}]}""")));
        cluster.TakeApps("F1"u8.ToArray(), MarathonAppsReader.ReadApps(Stream($$"""{"apps":[{"id":"/shop/web","labels":{"a":"1"},"version":"v1","tasks":[{{ids}}]}]}""")));
        cluster.TakePods("F1"u8.ToArray(), MarathonPodsReader.Read(Stream("""[{"id":"/shop/pod","spec":{"labels":{"p":"2"}},"instances":[{"containers":[{"containerId":"shop_web.1"}]}]}]""")));
        return cluster.Publish();
    }

    static IEnumerable<string> Lines(ClusterNames names) => names.Tasks.Select(task => string.Join(' ',
        Show(task.Id), Show(task.Name), Show(task.FrameworkId), Show(task.AgentId), Show(task.ExecutorId), task.State, Show(task.ContainerId), Show(task.ParentContainerId), Show(task.Image),
        string.Join(',', task.Labels.Select(static label => $"{Show(label.Key)}={Show(label.Value)}")),
        names.FindFramework(task.FrameworkId) is { } framework ? $"{Show(framework.Name)} {Show(framework.User)} {Show(framework.Role)} {framework.IsActive}" : "-",
        names.FindAgent(task.AgentId) is { } agent ? Show(agent.Hostname) : "-",
        names.FindApp(task) is { } app ? $"{Show(app.Id)} {Show(app.GroupId)} {Show(app.Version)} {app.Labels.Count}" : "-",
        names.FindPod(task) is { } pod ? $"{Show(pod.Id)} {pod.Labels.Count}" : "-")).Order(StringComparer.Ordinal);
}
