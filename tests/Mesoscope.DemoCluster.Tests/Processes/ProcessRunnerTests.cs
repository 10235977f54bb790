using System.Diagnostics;
using System.Globalization;
using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Processes;
using Mesoscope.DemoCluster.Tests.Masters;

namespace Mesoscope.DemoCluster.Tests.Processes;

public sealed class ProcessRunnerTests
{
    static readonly DemoClusterOptions s_small = new() { Masters = 1, Marathons = 1, Agents = 1, Apps = 0, BatchFrameworks = 0, Run = true };

    [RunFact]
    public async Task Deploy_OfARealTask_CanBeFoundByItsContainerIdUntilItIsKilled()
    {
        var cluster = await DemoClusterHost.StartAsync(s_small);
        await using var closed = cluster.ConfigureAwait(false);
        using var call = DemoClient.Call(cluster.LeaderAddress!, """{"type":"SUBSCRIBE"}""");
        using var answer = await DemoClient.Http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var records = new RecordReader(stream);
        await records.NextAsync("SUBSCRIBED");
        await cluster.CommandAsync("deploy?app=/test/sleeper&cmd=exec+sleep+4321&label=tier:lab");

        var running = await UpdateAsync(records, "test_sleeper.", "TASK_RUNNING");
        var containerStatus = running.GetProperty("container_status");
        var containerId = containerStatus.GetProperty("container_id").Text("value")!;
        var process = containerStatus.GetProperty("executor_pid").GetInt32();
        Assert.Contains("/mesos/" + containerId, await File.ReadAllTextAsync($"/proc/{process}/cgroup"));
        var environment = (await File.ReadAllTextAsync($"/proc/{process}/environ")).Split('\0');
        var task = running.GetProperty("task_id").Text("value");
        Assert.Contains("MESOS_TASK_ID=" + task, environment);
        Assert.Contains("MARATHON_APP_LABEL_TIER=lab", environment);
        Assert.EndsWith("/runs/" + containerId, new FileInfo($"/proc/{process}/cwd").LinkTarget, StringComparison.Ordinal);

        await cluster.CommandAsync("kill-task?task=" + task);
        await UpdateAsync(records, "test_sleeper.", "TASK_KILLED");
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [RunFact]
    public async Task Start_AfterAKilledRun_SweepsWhatItLeft()
    {
        var groups = ContainerGroups.OfThisMachine();
        var container = new ContainerId(Guid.NewGuid().ToString());
        using var left = Process.Start("sleep", "4321");
        foreach (var file in groups.Create(container, new Resources(0.1, 32)))
        {
            await File.WriteAllTextAsync(file, left.Id.ToString(CultureInfo.InvariantCulture));
        }

        // No process has such a number: the kernel's own limit is lower (pid_max, proc(5)).
        var ledger = Directory.CreateDirectory(Path.Combine(Sandbox.WorkFolder, "ledger", "2000000000-1"));
        await File.WriteAllTextAsync(Path.Combine(ledger.FullName, container.Value), "");

        await using (await DemoClusterHost.StartAsync(s_small))
        {
            await left.WaitForExitAsync();
        }

        Assert.False(ledger.Exists && Directory.Exists(ledger.FullName));
        Assert.All(groups.Create(container, new Resources(0.1, 32)), file => Assert.Empty(File.ReadAllText(file)));
        await groups.RemoveAsync(container.CgroupPath);
    }

    static async Task<System.Text.Json.JsonElement> UpdateAsync(RecordReader records, string task, string state)
    {
        while (true)
        {
            var status = (await records.NextAsync("TASK_UPDATED")).GetProperty("task_updated").GetProperty("status");
            if (status.Text("state") == state && status.GetProperty("task_id").Text("value")!.StartsWith(task, StringComparison.Ordinal))
            {
                return status;
            }
        }
    }
}
