using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mesoscope.DemoCluster.Interop;
using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Operations;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>Runs tasks as real processes in cgroups, or as Docker containers. Dispose ends all of them and removes every trace.</summary>
sealed class ProcessRunner(ClusterOperations operations, ContainerGroups groups, DockerEngine? docker, RunLedger ledger, IReadOnlyDictionary<string, string> extra)
    : ITaskRunner, IAsyncDisposable
{
    // Into the groups, into a session of its own (so that Ctrl-C is for the cluster alone), output to the sandbox; then it becomes the task.
    const string Launcher = "exec 2>stderr; for f in $JOIN; do echo $$ > \"$f\" || exit 125; done; unset JOIN; exec setsid /bin/sh -c \"$0\" >stdout </dev/null";

    // Mesos' own default is 5 s; a demo is not patient.
    static readonly TimeSpan s_gracePeriod = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, TaskProcess> _running = new(StringComparer.Ordinal);
    readonly Lock _gate = new();
    volatile bool _isEnding;

    /// <summary>Removes what former runs left behind when they were killed.</summary>
    public async Task SweepAsync()
    {
        foreach (var (id, forget) in RunLedger.Orphans())
        {
            await groups.RemoveAsync(new ContainerId(id).CgroupPath);
            if (docker is not null)
            {
                await docker.RemoveAsync("mesos-" + id);
            }

            SandboxFolders.RemoveOf(id);
            forget();
        }
    }

    public void Launch(ClusterTask task) => _ = Task.Run(() => LaunchAsync(task));

    public void Kill(ClusterTask task)
    {
        if (_running.TryGetValue(task.Id, out var running) && !running.IsKilled)
        {
            running.IsKilled = true;
            operations.Report(task.Id, operations.NewStatus(task, TaskState.Killing));
            _ = Task.Run(() => EndAsync(running));
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isEnding = true;
        }

        await Task.WhenAll(_running.Values.Select(async running =>
        {
            running.IsKilled = true;
            await RemoveAsync(running);
        }));
        ledger.Dispose();
    }

    async Task LaunchAsync(ClusterTask task)
    {
        try
        {
            if (Start(task) is not { } running)
            {
                return;
            }

            var processId = running.Process.Id;
            operations.Report(task.Id, operations.NewStatus(task, TaskState.Starting) with { ExecutorProcessId = processId });
            var data = await WaitForStartAsync(running);
            operations.Report(task.Id, operations.NewStatus(task, TaskState.Running) with { ExecutorProcessId = processId, Data = data });
            await FollowAsync(running);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            _running.TryRemove(task.Id, out _);
            operations.Report(task.Id, operations.NewStatus(task, TaskState.Failed) with { Container = null, Reason = "REASON_CONTAINER_LAUNCH_FAILED", Message = failed.Message });
        }
    }

    // Under a lock, so that nothing starts behind the back of the end. Null once that has begun.
    TaskProcess? Start(ClusterTask task)
    {
        lock (_gate)
        {
            if (_isEnding)
            {
                return null;
            }

            ledger.Add(task.Container.Parent ?? task.Container);
            var start = task.Kind == ContainerKind.Docker && docker is not null ? DockerStart(task) : NativeStart(task);
            var running = new TaskProcess(task, Process.Start(start)!);
            _running[task.Id] = running;
            return running;
        }
    }

    ProcessStartInfo NativeStart(ClusterTask task)
    {
        var sandbox = Sandbox.PathOf(Sandbox.WorkFolder, task);
        Directory.CreateDirectory(sandbox);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Launcher, task.Command]) { WorkingDirectory = sandbox };
        start.Environment.Clear();
        // Containers of a pod get no environment worth the name, so none of ours either.
        foreach (var (name, value) in TaskEnvironment.Of(task, AgentOf(task)).Concat(task.Container.Parent is null ? extra : []))
        {
            start.Environment[name] = value;
        }

        start.Environment["JOIN"] = string.Join(' ', groups.Create(task.Container, task.Resources));
        return start;
    }

    ProcessStartInfo DockerStart(ClusterTask task) =>
        docker!.RunCommand("mesos-" + task.Container.Value, task.Image!, task.Command, task.Resources.MemoryMebibytes, TaskEnvironment.OfDocker(task, AgentOf(task)));

    MesosAgent? AgentOf(ClusterTask task) => operations.Cluster.State.Agents.GetValueOrDefault(task.AgentId);

    // A task is told as running when its container can be found: in its group, or by Docker, whose knowledge is then told along.
    async Task<string?> WaitForStartAsync(TaskProcess running)
    {
        if (running.Task.Kind != ContainerKind.Docker || docker is null)
        {
            await groups.WaitForAsync(running.Task.Container, running.Process);
            return null;
        }

        while (!running.Process.HasExited)
        {
            if (await docker.InspectAsync(running.DockerName) is { } known)
            {
                return known;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return null;
    }

    async Task FollowAsync(TaskProcess running)
    {
        if (running.Process.StartInfo.RedirectStandardOutput)
        {
            running.Process.OutputDataReceived += (_, _) => { };
            running.Process.ErrorDataReceived += (_, _) => { };
            running.Process.BeginOutputReadLine();
            running.Process.BeginErrorReadLine();
        }

        await running.Process.WaitForExitAsync();
        if (_isEnding)
        {
            return;
        }

        var status = EndStatus(running);
        await RemoveAsync(running);
        _running.TryRemove(running.Task.Id, out _);
        operations.Report(running.Task.Id, status);
    }

    StatusUpdate EndStatus(TaskProcess running)
    {
        var task = running.Task;
        var code = running.Process.ExitCode;
        if (running.IsKilled)
        {
            return operations.NewStatus(task, TaskState.Killed) with { Message = "Command terminated with signal Terminated" };
        }

        if (code == 0)
        {
            return operations.NewStatus(task, TaskState.Finished) with { Message = "Command exited with status 0" };
        }

        return groups.WasOutOfMemory(task.Container)
            ? operations.NewStatus(task, TaskState.Failed) with
            {
                Container = null,
                Reason = "REASON_CONTAINER_LIMITATION_MEMORY",
                Message = string.Create(CultureInfo.InvariantCulture, $"Memory limit exceeded: Requested: {task.Resources.MemoryMebibytes}MB Maximum Used: {task.Resources.MemoryMebibytes}MB"),
            }
            : operations.NewStatus(task, TaskState.Failed) with
            {
                Reason = "REASON_COMMAND_EXECUTOR_FAILED",
                Message = code > 128 ? $"Command terminated with signal {code - 128}" : $"Command exited with status {code}",
            };
    }

    async Task EndAsync(TaskProcess running)
    {
        if (running.Task.Kind == ContainerKind.Docker && docker is not null)
        {
            await docker.StopAsync(running.DockerName);
            return;
        }

        groups.Signal(running.Task.Container.CgroupPath, Libc.SignalTerminate);
        using var grace = new CancellationTokenSource(s_gracePeriod);
        try
        {
            await running.Process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            groups.Signal(running.Task.Container.CgroupPath, Libc.SignalKill);
        }
    }

    // A pod's outer group stays until the last of its containers is gone.
    async Task RemoveAsync(TaskProcess running)
    {
        if (running.Task.Kind == ContainerKind.Docker && docker is not null)
        {
            await docker.RemoveAsync(running.DockerName);
        }

        // It may be on its way into its groups, where it would not be seen yet.
        running.Process.Kill();
        await running.Process.WaitForExitAsync();
        var outer = running.OuterContainer;
        var isLast = _running.Values.All(r => r == running || r.OuterContainer != outer);
        await groups.RemoveAsync(isLast || _isEnding ? outer.CgroupPath : running.Task.Container.CgroupPath);
        var sandbox = Sandbox.PathOf(Sandbox.WorkFolder, running.Task with { Container = isLast ? outer : running.Task.Container });
        SandboxFolders.Remove(sandbox);
        if (isLast)
        {
            ledger.Remove(outer);
        }
    }
}
