using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Sampling;
using Mesoscope.Kernel.Counting;
using Mesoscope.Samples.Happenings;

namespace Mesoscope.Agent.Happenings;

/// <summary>Tells of what the kernel's programs saw: processes that died by signals, memory that ran out, ports that are taken.</summary>
/// <param name="list">Where to tell.</param>
/// <param name="calls">What the kernel's programs saw.</param>
/// <param name="sampler">The machine.</param>
/// <param name="states">Its entities.</param>
/// <param name="pasts">Takes what may explain the end of a container.</param>
/// <param name="conflicts">Tells of taken ports.</param>
sealed class KernelHappenings(
    HappeningList list, ICallCounts calls, NodeSampler sampler, NodeStates states, ContainerPasts pasts, PortConflicts conflicts)
{
    /// <summary>Takes over what came in the last tick. Comes before containers are told of, whose ends it explains.</summary>
    public void Update()
    {
        while (calls.TryTake(out var happening))
        {
            var id = OwnerOf(happening);
            switch (happening)
            {
                case ProcessEnded ended:
                    OnEnd(ended, id);
                    break;
                case OutOfMemoryKill kill:
                    OnOutOfMemory(kill, id);
                    break;
                case FailedCall call:
                    OnFailedCall(call, id);
                    break;
            }
        }

        if (!calls.SeesOutOfMemory)
        {
            CountKills();
        }
    }

    // Id of the container; empty for a process of the host.
    string OwnerOf(KernelHappening happening) =>
        happening.ControlGroup != 0 && sampler.Groups.FindId(happening.ControlGroup) is { Length: > 0 } id
            ? id
            : sampler.Processes.FindAlsoEnded(happening.ProcessId)?.Container?.Id ?? "";

    void OnEnd(ProcessEnded ended, string id)
    {
        if (id.Length > 0)
        {
            var past = pasts.Of(id);
            past.LastEnd = ended;
            past.IsOutOfMemory |= ended.IsOutOfMemory;
            if (states.Containers.FindAlsoEnded(id)?.Entry.FirstProcess == ended.ProcessId)
            {
                past.FirstEnd = ended;
            }
        }

        if (ended.Signal == 0)
        {
            return;
        }

        var signal = SignalNames.Of(ended.Signal);
        var state = states.Containers.FindAlsoEnded(id);
        list.Add(state, () => new HappeningDraft(HappeningKinds.ProcessKilled, ToMs(ended.Time), HappeningSeverity.Notice)
            .To(state?.Entity ?? states.Host.Entity)
            .By(ended.Name, ended.ProcessId)
            .Add(HappeningLabels.ExitSignal, signal)
            .Add(HappeningLabels.OutOfMemory, ended.IsOutOfMemory ? "true" : null)
            .Add(HappeningLabels.LifetimeMilliseconds, Math.Max(0, ToMs(ended.Time) - ToMs(ended.BeginTime)))
            .Say($"{ended.Name} (pid {ended.ProcessId}){In(state)} ended by {signal}{(ended.HasCore ? ", core written" : "")}"));
    }

    void OnOutOfMemory(OutOfMemoryKill kill, string id)
    {
        var process = sampler.Processes.FindAlsoEnded(kill.ProcessId);
        var state = states.Containers.FindAlsoEnded(id);
        var name = kill.Name.Length > 0 ? kill.Name : process?.Name ?? "a process";
        if (id.Length > 0)
        {
            pasts.Of(id).IsOutOfMemory = true;
        }

        list.Add(state, () => new HappeningDraft(HappeningKinds.OutOfMemory, ToMs(kill.Time), HappeningSeverity.Error)
            .To(state?.Entity ?? states.Host.Entity)
            .By(name, kill.ProcessId)
            .Add(HappeningLabels.OutOfMemory, "true")
            .Say($"memory ran out: the kernel killed {name} (pid {kill.ProcessId}){In(state)}"));
    }

    void OnFailedCall(FailedCall call, string id)
    {
        if (id.Length > 0)
        {
            pasts.Of(id).Add(call);
        }

        if (call.IsPortConflict)
        {
            conflicts.Add(call, states.Containers.FindAlsoEnded(id));
        }
    }

    // Kernels that do not tell of a kill count it in the container's control group.
    void CountKills()
    {
        foreach (var state in states.Containers.Running)
        {
            if (state.Entry.Measure.OutOfMemoryKills > 0)
            {
                pasts.Of(state.Entry.Id).IsOutOfMemory = true;
                var timeMs = sampler.TimeMs;
                list.Add(state, () => new HappeningDraft(HappeningKinds.OutOfMemory, timeMs, HappeningSeverity.Error)
                    .To(state.Entity)
                    .Add(HappeningLabels.OutOfMemory, "true")
                    .Say($"memory ran out: the kernel killed a process of {HappeningDraft.NameOf(state)}"));
            }
        }
    }

    static string In(ContainerState? state) => state is null ? "" : $" of {HappeningDraft.NameOf(state)}";

    static long ToMs(ulong nanoseconds) => (long)(nanoseconds / 1_000_000);
}
