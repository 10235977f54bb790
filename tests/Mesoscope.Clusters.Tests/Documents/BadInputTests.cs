using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using static Mesoscope.Clusters.Tests.Documents.Bytes;

namespace Mesoscope.Clusters.Tests.Documents;

// What servers must not send and may: each costs at most the item that it is about.
public sealed class BadInputTests
{
    const int Deep = 100_000;
    const int LabelBytes = 10 << 20;
    const string Good = """{"id":"good.1","name":"good","state":"TASK_RUNNING"}""";

    public static TheoryData<string, string> BadTasks => new()
    {
        { "numbers for texts", """{"id":7,"name":8,"state":"TASK_RUNNING","slave_id":9,"executor_id":1.5}""" },
        { "number for a state", """{"id":"a","state":3}""" },
        { "text for labels", """{"id":"a","state":"TASK_RUNNING","labels":"x"}""" },
        { "numbers for labels", """{"id":"a","state":"TASK_RUNNING","labels":[1,2]}""" },
        { "text for statuses", """{"id":"a","state":"TASK_RUNNING","statuses":"x"}""" },
        { "array for an id", """{"id":["a"],"state":"TASK_RUNNING"}""" },
        { "text for a task", "\"x\"" },
        { "null for a task", "null" },
        { "nothing in a task", "{}" },
        { "NUL in a name", """{"id":"a","name":"be\u0000fore","state":"TASK_RUNNING"}""" },
        { "half a pair of surrogates", """{"id":"a","name":"x\ud800y","state":"TASK_RUNNING"}""" },
        { "same id again", Good },
        { "deep", $$"""{"id":"a","state":"TASK_RUNNING","x":{{new string('[', Deep)}}{{new string(']', Deep)}}}""" },
        { "deep labels", $$"""{"id":"a","state":"TASK_RUNNING","labels":{{string.Concat(Enumerable.Repeat("{\"a\":", Deep))}}1{{new string('}', Deep)}}}""" },
        { "deep status", $$$"""{"id":"a","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{{{string.Concat(Enumerable.Repeat("{\"parent\":", Deep))}}}1{{{new string('}', Deep)}}}}}]}""" },
    };

    [Theory]
    [MemberData(nameof(BadTasks))]
    public void Read_OfABadTask_KeepsTheOthers(string what, string task)
    {
        var names = Names(State($"{task},{Good}"), what);

        Assert.Equal("good", Show(names.FindTask("good.1"u8)!.Name));
    }

    [Fact]
    public void Read_CutAtEveryThousandthByte_IsNotUsable()
    {
        var document = Encoding.UTF8.GetBytes(State(string.Join(',', Enumerable.Repeat(Good, 1_000))));
        for (var length = 0; length < document.Length; length += 1000)
        {
            Assert.False(MasterStateReader.Read(new MemoryStream(document, 0, length)).IsUsable, $"{length} bytes");
        }
    }

    [Fact]
    public void Read_OfALabelOfTenMegabytes_LeavesItOutAndSaysSo()
    {
        var state = MasterStateReader.Read(Stream(State(
            $$"""{"id":"a","state":"TASK_RUNNING","labels":[{"key":"large","value":"{{new string('x', LabelBytes)}}"},{"key":"k","value":"v"}]},{{Good}}""")));

        Assert.True(state.IsUsable);
        Assert.Equal("k", Show(Assert.Single(state.Tasks[0].Labels).Key));
        Assert.Equal(1, state.Faults[DocumentFault.LongText]);
    }

    [Fact]
    public void Read_OfInvalidUtf8AndNul_KeepsTheBytesOfTheName()
    {
        byte[] document = [.. Encoding.ASCII.GetBytes(State(Good)[..^4]), .. ",{\"id\":\"a\",\"name\":\""u8, 0xff, 0xfe, (byte)'x', 0, .. "\",\"state\":\"TASK_RUNNING\"}]}]}"u8];

        var state = MasterStateReader.Read(new MemoryStream(document));

        Assert.True(state.IsUsable, state.Faults.ToString());
        Assert.Equal([0xff, 0xfe, (byte)'x', (byte)' '], state.Tasks[1].Name);
        Assert.Equal(1, state.Faults[DocumentFault.ControlBytes]);
    }

    [Fact]
    public void Read_OfTwoTasksWithOneId_NamesTheOneThatRuns()
    {
        var names = Names(
            """
            {"frameworks":[{"id":"F0","name":"f","active":true,"tasks":[{"id":"t","name":"staged","state":"TASK_STAGING"}]},
             {"id":"F1","name":"f","active":true,"tasks":[{"id":"t","name":"first","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"c1"}}}]}]},
             {"id":"F2","name":"f","active":true,"tasks":[{"id":"t","name":"second","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"c2"}}}]}]}]}
            """, "two tasks");

        Assert.Equal("first", Show(names.FindTask("t"u8)!.Name));
        Assert.Equal("second", Show(names.FindTaskByContainer("c2"u8)!.Name));
    }

    [Fact]
    public void ReadGroups_OfACircleAndOfDeepGroups_KeepsTheAppsAndEnds()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"id":"/a","groups":[""", Deep)) + string.Concat(Enumerable.Repeat("]}", Deep));
        var groups = MarathonAppsReader.ReadGroups(Stream(
            $$"""{"id":"/","apps":[{"id":"/top"},{"id":"noslash"}],"groups":[{"id":"/a","groups":[{"id":"/","apps":[{"id":"/in"}]},{"id":"/a/b"}]},{{nested}}]}"""));

        Assert.True(groups.IsUsable, groups.Faults.ToString());
        Assert.Equal("/in /top", string.Join(' ', groups.Apps.Select(static app => Show(app.Id)).Order(StringComparer.Ordinal)));
        Assert.Contains("/a/b", groups.GroupIds.Select(Show));
        Assert.True(groups.Faults[DocumentFault.CyclicGroup] > 1);
        Assert.Equal(1, groups.Faults[DocumentFault.NoPath]);
    }

    // Nothing of a document is looked at twice, so one ten times as long may take some ten times as long and no more.
    [Fact]
    public void Read_OfNestingWithoutEnd_TakesTimeByItsLengthOnly()
    {
        var state = MasterStateReader.Read(Stream("{\"frameworks\":[],\"x\":" + new string('[', 10 * Deep)));

        Assert.False(state.IsUsable);
        Assert.Equal(1, state.Faults.Count);
    }

    static ClusterNames Names(string document, string what)
    {
        var state = MasterStateReader.Read(Stream(document));
        Assert.True(state.IsUsable, $"{what}: {state.Faults}");
        var cluster = new ClusterState();
        cluster.Take(state);
        return cluster.Publish();
    }

    static string State(string tasks) => $$"""{"frameworks":[{"id":"F","name":"f","active":true,"tasks":[{{tasks}}]}]}""";
}
