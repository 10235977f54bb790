using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;
using static Mesoscope.Clusters.Tests.Documents.Bytes;

namespace Mesoscope.Clusters.Tests.Documents;

public sealed class MasterStateReaderTests
{
    const string Sample = """
        {"version":"1.11.0","id":"m","pid":"master@10.0.0.5:5050","leader":"master@10.0.0.5:5050","elected_time":12.5,
         "slaves":[{"id":"S0","hostname":"node-1","pid":"slave(1)@10.0.1.7:5051","active":true}],
         "recovered_slaves":[{"id":"S1","hostname":"node-2"}],
         "frameworks":[{"tasks":[{"id":"web.1","name":"web","slave_id":"S0","state":"TASK_RUNNING","executor_id":{"value":"x"},
           "labels":[{"key":"tier","value":"front"},{"key":"n","value":7},{"key":"empty"}],
           "statuses":[{"state":"TASK_STARTING","container_status":{"container_id":{"value":"old","parent":{"value":"p"}}}},
                       {"state":"TASK_RUNNING","container_status":{"container_id":{"value":"c1"}}}],
           "container":{"type":"DOCKER","docker":{"image":"nginx:1"}}}],
           "id":"F0","name":"marathon","active":true,"user":"root","roles":["prod","*"],"webui_url":"http://m:8080","completed_tasks":[{"id":"gone"}]}],
         "completed_frameworks":[{"id":"F9","tasks":[{"id":"other"}]}]}
        """;

    [Fact]
    public void Read_StateOfAMaster_TakesWhatMatters()
    {
        var state = MasterStateReader.Read(Stream(Sample));
        Assert.True(state.IsUsable);
        Assert.True(state.IsFromLeader);
        Assert.Equal("", state.Faults.ToString());
        var framework = Assert.Single(state.Frameworks);
        Assert.Equal(("F0", "marathon", true, "prod"), (Show(framework.Id), Show(framework.Name), framework.IsActive, Show(framework.Role)));
        var task = Assert.Single(state.Tasks);
        Assert.Equal(("web.1", "web", "F0", "S0", "x"), (Show(task.Id), Show(task.Name), Show(task.FrameworkId), Show(task.AgentId), Show(task.ExecutorId)));
        Assert.Equal(("c1", "", "nginx:1"), (Show(task.ContainerId), Show(task.ParentContainerId), Show(task.Image)));
        Assert.Equal(TaskState.Running, task.State);
        Assert.Equal("tier=front n=7 empty=", string.Join(' ', task.Labels.Select(l => $"{Show(l.Key)}={Show(l.Value)}")));
        Assert.Equal("node-1", Show(Assert.Single(state.Agents).Hostname));
        Assert.Equal("S1", Show(Assert.Single(state.RecoveredAgents).Id));
    }

    [Fact]
    public void Read_CutAtEveryByte_IsNotUsableAndSaysSo()
    {
        for (var length = 0; length < Sample.Length; length++)
        {
            var state = MasterStateReader.Read(Stream(Sample[..length]));
            Assert.False(state.IsUsable);
            Assert.Equal(1, state.Faults[DocumentFault.Cut]);
            Assert.Contains($"document at byte {Encoding.UTF8.GetByteCount(Sample[..length])})", state.Faults.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_StateOfTheOperatorApi_TakesTheSame()
    {
        var state = MasterStateReader.Read(Stream("""
            {"type":"GET_STATE","get_state":{"get_tasks":{"tasks":[{"name":"web","task_id":{"value":"web.1"},"framework_id":{"value":"F0"},
             "agent_id":{"value":"S0"},"state":"TASK_RUNNING","labels":{"labels":[{"key":"tier","value":"front"}]},
             "statuses":[{"container_status":{"container_id":{"value":"c1","parent":{"value":"p1"}}}}]}]},
             "get_frameworks":{"frameworks":[{"framework_info":{"id":{"value":"F0"},"name":"marathon","user":"root","role":"*"},"active":true}]},
             "get_agents":{"agents":[{"agent_info":{"id":{"value":"S0"},"hostname":"node-1"},"active":true,"pid":"slave(1)@h:5051"}]}}}
            """));
        Assert.True(state.IsUsable);
        Assert.Equal("", state.Faults.ToString());
        var task = Assert.Single(state.Tasks);
        Assert.Equal(("web.1", "F0", "S0", "c1", "p1"), (Show(task.Id), Show(task.FrameworkId), Show(task.AgentId), Show(task.ContainerId), Show(task.ParentContainerId)));
        Assert.Equal("front", Show(Label.Find(task.Labels, "tier"u8)!));
        Assert.Equal(("F0", "marathon"), (Show(state.Frameworks[0].Id), Show(state.Frameworks[0].Name)));
        Assert.Equal("node-1", Show(state.Agents[0].Hostname));
    }
}
