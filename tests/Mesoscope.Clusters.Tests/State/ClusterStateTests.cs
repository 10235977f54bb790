using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using Mesoscope.Clusters.Tests.Servers;
using static Mesoscope.Clusters.Tests.Documents.Bytes;

namespace Mesoscope.Clusters.Tests.State;

public sealed class ClusterStateTests
{
    const string Agent = """{"id":"S","hostname":"h"}""";

    readonly HandClock _clock = new();
    readonly ClusterState _state;

    public ClusterStateTests() => _state = new ClusterState(null, _clock);

    [Theory]
    [InlineData("TASK_STAGING", false)]
    [InlineData("TASK_STARTING", false)]
    [InlineData("TASK_RUNNING", true)]
    [InlineData("TASK_KILLING", false)]
    [InlineData("TASK_UNREACHABLE", false)]
    public void Take_OfALiveTask_NamesItAndStrictlyOnlyWhenItRuns(string state, bool strictly)
    {
        var document = Master("m1", Framework("F", "f", Task("t", state)), Agent);
        var strict = new ClusterState(new ClusterOptions { StrictStates = true });
        strict.Take(Read(document));
        _state.Take(Read(document));

        Assert.NotNull(_state.Publish().FindTask("t"u8));
        Assert.Equal(strictly, strict.Publish().FindTask("t"u8) is not null);
    }

    [Theory]
    [InlineData("TASK_FINISHED")]
    [InlineData("TASK_FAILED")]
    [InlineData("TASK_LOST")]
    [InlineData("TASK_OF_A_LATER_VERSION")]
    public void Take_OfATaskThatEnded_ForgetsIt(string state)
    {
        _state.Take(Read(Master("m1", Framework("F", "f", Task("t"), Task("u")), Agent)));

        _state.Take(Read(Master("m1", Framework("F", "f", Task("t", state), Task("u")), Agent)));

        Assert.Equal("u", Ids());
    }

    [Fact]
    public void Take_OfAFrameworkThatIsInactiveForAWhile_KeepsItsTasksUnlessStrict()
    {
        var strict = new ClusterState(new ClusterOptions { StrictStates = true });
        foreach (var (isActive, expected) in new[] { (true, "t"), (false, ""), (true, "t") })
        {
            var document = Master("m1", Framework("F", "f", Task("t")).Replace("\"active\":true", $"\"active\":{(isActive ? "true" : "false")}", StringComparison.Ordinal), Agent);
            _state.Take(Read(document));
            strict.Take(Read(document));

            Assert.Equal("t", Ids());
            Assert.Equal(expected, string.Join(' ', strict.Publish().Tasks.Select(static task => Show(task.Id))));
        }
    }

    [Fact]
    public void Take_OfFrameworksWithOneName_KeepsThemApart()
    {
        _state.Take(Read(Master("m1", Framework("F1", "batch", Task("a")) + "," + Framework("F2", "batch", Task("b")), Agent)));

        var names = _state.Publish();
        Assert.Equal("F1", Show(names.FindFramework(names.FindTask("a"u8)!.FrameworkId)!.Id));
        Assert.Equal("F2", Show(names.FindFramework(names.FindTask("b"u8)!.FrameworkId)!.Id));
    }

    // For a minute after its restart a master knows of no task, and names the agents only that it has not heard from.
    [Fact]
    public void Take_OfARestartedMaster_KeepsNamesUntilItsAgentsAreBackOrTheGraceIsOver()
    {
        _state.Take(Read(Master("m1", Framework("F", "f", Task("t"), Task("u")), Agent)));
        var empty = """{"id":"m2","frameworks":[],"slaves":[],"recovered_slaves":[{"id":"S","hostname":"h"}]}""";

        _state.Take(Read(empty));
        Assert.Equal("t u", Ids());
        _clock.Advance(TimeSpan.FromMinutes(9));
        _state.Take(Read(empty));
        Assert.Equal("t u", Ids());
        Assert.Equal("f", Show(_state.Current.FindFramework("F"u8)!.Name));

        _state.Take(Read(Master("m2", Framework("F", "f", Task("u")), Agent)));
        Assert.Equal("u", Ids());
    }

    [Fact]
    public void Take_OfARestartedMasterWithoutAgents_ForgetsWhenTheGraceIsOver()
    {
        _state.Take(Read(Master("m1", Framework("F", "f", Task("t")), Agent)));
        var empty = """{"id":"m2","frameworks":[],"slaves":[]}""";
        _state.Take(Read(empty));
        Assert.Equal("t", Ids());

        _clock.Advance(TimeSpan.FromMinutes(11));
        _state.Take(Read(empty));

        Assert.Equal("", Ids());
    }

    [Fact]
    public void Take_OfAMasterWhoseAgentAnswersAndHasNoTasks_ForgetsThemAtOnce()
    {
        _state.Take(Read(Master("m1", Framework("F", "f", Task("t")), Agent)));

        _state.Take(Read(Master("m1", Framework("F", "f"), Agent)));

        Assert.Equal("", Ids());
    }

    [Fact]
    public void Take_OfEvents_KeepsNameAndLabelsThatUpdatesDoNotTell()
    {
        TakeEvent("""{"type":"FRAMEWORK_ADDED","framework_added":{"framework":{"framework_info":{"id":{"value":"F"},"name":"f"},"active":true}}}""");
        TakeEvent("""{"type":"TASK_ADDED","task_added":{"task":{"task_id":{"value":"t"},"name":"web","framework_id":{"value":"F"},"agent_id":{"value":"S"},"state":"TASK_STAGING","labels":{"labels":[{"key":"k","value":"v"}]}}}}""");
        TakeEvent("""{"type":"TASK_UPDATED","task_updated":{"framework_id":{"value":"F"},"state":"TASK_RUNNING","status":{"task_id":{"value":"t"},"state":"TASK_STARTING","container_status":{"container_id":{"value":"c","parent":{"value":"p"}}}}}}""");

        var task = _state.Publish().FindTaskByContainer("c"u8)!;
        Assert.Equal(("web", TaskState.Running, "p", "k"), (Show(task.Name), task.State, Show(task.ParentContainerId), Show(task.Labels[0].Key)));
        TakeEvent("""{"type":"TASK_UPDATED","task_updated":{"framework_id":{"value":"F"},"state":"TASK_FINISHED","status":{"task_id":{"value":"t"},"state":"TASK_FINISHED"}}}""");
        TakeEvent("""{"type":"TASK_UPDATED","task_updated":{"framework_id":{"value":"F"},"state":"TASK_FINISHED","status":{"task_id":{"value":"t"},"state":"TASK_KILLED"}}}""");
        Assert.Equal("", Ids());
    }

    // As seen on a real master: the tasks of a returning agent come before it, one of them perhaps dead already.
    [Fact]
    public void Take_OfAnAgentThatReturns_NamesItsLiveTasksOnly()
    {
        TakeEvent("""{"type":"TASK_ADDED","task_added":{"task":{"task_id":{"value":"t"},"name":"t","framework_id":{"value":"F"},"agent_id":{"value":"S"},"state":"TASK_RUNNING"}}}""");
        TakeEvent("""{"type":"TASK_ADDED","task_added":{"task":{"task_id":{"value":"d"},"name":"d","framework_id":{"value":"F"},"agent_id":{"value":"S"},"state":"TASK_FAILED"}}}""");
        TakeEvent("""{"type":"AGENT_ADDED","agent_added":{"agent":{"agent_info":{"id":{"value":"S"},"hostname":"h"},"active":true}}}""");

        Assert.Equal("t", Ids());
        Assert.Equal("h", Show(_state.Current.FindAgent("S"u8)!.Hostname));
        TakeEvent("""{"type":"AGENT_REMOVED","agent_removed":{"agent_id":{"value":"S"}}}""");
        Assert.Equal("", Ids());
    }

    [Fact]
    public void Publish_WithoutAChange_IsTheSameObject()
    {
        var document = Master("m1", Framework("F", "f", Task("t")), Agent);
        _state.Take(Read(document));
        var names = _state.Publish();

        _state.Take(Read(document));

        Assert.Same(names, _state.Publish());
    }

    [Fact]
    public void TakeApps_BeforeTheState_LinksTheTasksThatComeLater()
    {
        _state.TakeApps("F"u8.ToArray(), MarathonAppsReader.ReadApps(Stream("""{"apps":[{"id":"/shop/web","labels":{"B":"2","a":"1"},"tasks":[{"id":"t"}]}]}""")));
        _state.Take(Read(Master("m1", Framework("F", "marathon", Task("t")), Agent)));

        var names = _state.Publish();
        var app = names.FindApp(names.FindTask("t"u8)!)!;
        Assert.Equal(("/shop/web", "/shop", "B a"), (Show(app.Id), Show(app.GroupId), string.Join(' ', app.Labels.Select(static label => Show(label.Key)))));
    }

    [Fact]
    public void FindTaskOfExecutor_OfATaskInACustomExecutor_FindsItWhileItIsAlone()
    {
        _state.Take(Read(Master("m1", Framework("F", "f", Task("t", executor: "e")), Agent)));
        Assert.Equal("t", Show(_state.Publish().FindTaskOfExecutor("F"u8, "S"u8, "e"u8)!.Id));
        Assert.Null(_state.Current.FindTaskOfExecutor("F"u8, "S1"u8, "e"u8));

        _state.Take(Read(Master("m1", Framework("F", "f", Task("t", executor: "e"), Task("u", executor: "e")), Agent)));

        Assert.Null(_state.Publish().FindTaskOfExecutor("F"u8, "S"u8, "e"u8));
    }

    void TakeEvent(string json) => _state.Take(OperatorEventReader.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    string Ids() => string.Join(' ', _state.Publish().Tasks.Select(static task => Show(task.Id)).Order(StringComparer.Ordinal));

    static MasterState Read(string document)
    {
        var state = MasterStateReader.Read(Stream(document));
        Assert.True(state.IsUsable, state.Faults.ToString());
        return state;
    }

    static string Master(string id, string frameworks, string agents) => $$"""{"id":"{{id}}","frameworks":[{{frameworks}}],"slaves":[{{agents}}]}""";

    static string Framework(string id, string name, params string[] tasks) => $$"""{"id":"{{id}}","name":"{{name}}","active":true,"tasks":[{{string.Join(',', tasks)}}]}""";

    static string Task(string id, string state = "TASK_RUNNING", string executor = "") =>
        $$"""{"id":"{{id}}","name":"{{id}}","slave_id":"S","executor_id":"{{executor}}","state":"{{state}}"}""";
}
