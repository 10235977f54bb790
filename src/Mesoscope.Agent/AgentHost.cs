using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Sending;
using Mesoscope.Agent.Spool;

namespace Mesoscope.Agent;

/// <summary>Runs an agent.</summary>
public static class AgentHost
{
    /// <summary>Measures and sends until the end; what was not sent by then waits in the data folder for the next run.</summary>
    /// <param name="options">What and where to.</param>
    /// <param name="log">Takes lines for people, without secrets; called from several threads, also at once.</param>
    /// <param name="end">Ends the run, within some seconds.</param>
    /// <exception cref="IOException">The data folder or the process file system cannot be used, or another agent uses the folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The data folder must not be used.</exception>
    public static async Task RunAsync(AgentOptions options, Action<string> log, CancellationToken end)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        DataFolder.Create(options.DataFolder);
        using var only = DataFolder.Lock(options.DataFolder);
        var machineId = MachineNames.ReadMachineId(options.RootFolder);
        var agentId = DataFolder.ReadAgentId(options.DataFolder, machineId);
        while (!end.IsCancellationRequested)
        {
            using var run = new AgentRun(options, agentId, log, TimeProvider.System);
            if (await run.RunAsync(end).ConfigureAwait(false) == AgentRunEnd.Requested)
            {
                return;
            }

            agentId = DataFolder.MakeAgentId(options.DataFolder, machineId);
            log($"this agent is now called {agentId}");
        }
    }

    /// <summary>Says what would be measured and whether the server answers, without starting anything.</summary>
    /// <param name="options">What and where to.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<AgentCheck> CheckAsync(AgentOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> lines = [];
        var canRun = true;
        try
        {
            using var files = MachineFiles.Open(new MachineFolders(options.ProcFolder, options.CgroupFolder, options.RootFolder));
            List<string> missing = [];
            using var calls = CallCountsOpener.Open(options.CountsCalls, missing);
            using var sampler = new NodeSampler(files, calls, options.MaxContainers, TimeProvider.System);
            sampler.Sample(TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow());
            missing.AddRange(MissingRights.Find(files, sampler.Hierarchies));
            lines.Add($"measured: the host, {sampler.Containers.Running.Count} containers, {sampler.Processes.Running.Count} processes{(calls.IsCounting ? ", system calls, files, network" : "")}");
            lines.AddRange(missing.Select(static line => $"not measured: {line}"));
        }
        catch (IOException e)
        {
            canRun = false;
            lines.Add($"not measured: {e.Message}");
        }

        using var client = new ServerClient(options.Server, options.AccessKey, options.Tls, TimeProvider.System);
        var reason = await client.ProbeAsync(cancel).ConfigureAwait(false);
        lines.Add(reason.Length == 0 ? $"server: {options.Server} answers and knows the access key" : $"server: {options.Server}: {reason}");
        return new AgentCheck(lines, canRun && reason.Length == 0);
    }
}
