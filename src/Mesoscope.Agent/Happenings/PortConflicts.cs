using System.Net;
using Mesoscope.Agent.Sampling;
using Mesoscope.Kernel.Counting;
using Mesoscope.Kernel.Counting.Ports;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using FailedCall = Mesoscope.Kernel.Counting.FailedCall;

namespace Mesoscope.Agent.Happenings;

/// <summary>Tells of ports that could not be had, and who has them. A program that tries again and again is told of once a minute.</summary>
/// <param name="list">Where to tell.</param>
/// <param name="sampler">The machine.</param>
/// <param name="states">Its entities.</param>
/// <param name="findHolders">Who holds a port: protocol, port and the inode of the network namespace.</param>
sealed class PortConflicts(
    HappeningList list, NodeSampler sampler, NodeStates states, Func<TransportProtocol, int, ulong, IReadOnlyList<PortHolder>> findHolders)
{
    static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    /// <summary>Holders that are looked for in a tick: each look goes through all processes.</summary>
    const int MaxLooks = 5;

    readonly Dictionary<(string Container, string Process, IPEndPoint Address), long> _told = [];
    int _looks;

    /// <summary>Begins a tick.</summary>
    public void BeginTick() => _looks = 0;

    /// <summary>A call could not have its address.</summary>
    /// <param name="call">The call.</param>
    /// <param name="state">The container that it was made in; null for the host.</param>
    public void Add(FailedCall call, ContainerState? state)
    {
        var timeMs = (long)(call.Time / 1_000_000);
        var key = (state?.Entity.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", call.Name, call.Address!);
        if (_told.TryGetValue(key, out var last) && timeMs - last < s_interval.TotalMilliseconds)
        {
            return;
        }

        if (_told.Count > 1000)
        {
            _told.Clear();
        }

        _told[key] = timeMs;
        // The holder may be gone the next moment; the names of both can wait.
        var holder = FindHolder(call);
        list.Add(state, () => Make(call, state, holder, timeMs));
    }

    PortHolder? FindHolder(FailedCall call) =>
        _looks++ < MaxLooks ? findHolders(call.Protocol, call.Address!.Port, call.NetworkNamespace).FirstOrDefault(holder => holder.ProcessId != call.ProcessId) : null;

    Happening Make(FailedCall call, ContainerState? state, PortHolder? holder, long timeMs)
    {
        var draft = new HappeningDraft(HappeningKinds.PortConflict, timeMs, HappeningSeverity.Error)
            .To(state?.Entity ?? states.Host.Entity)
            .By(call.Name, call.ProcessId)
            .Add(HappeningLabels.Address, call.Address!.ToString())
            .Add(HappeningLabels.Port, call.Address.Port);
        var culprit = holder is null ? "" : AddCulprit(draft, holder);
        var who = state is null ? "" : $" of {HappeningDraft.NameOf(state)}";
        return draft.Say($"{call.Name}{who}: {call.Call} {call.Address} {call.ErrorName}{culprit}");
    }

    string AddCulprit(HappeningDraft draft, PortHolder holder)
    {
        var process = sampler.Processes.FindAlsoEnded(holder.ProcessId);
        var name = process?.Name ?? "a process";
        var state = states.Containers.Find(process?.Container);
        draft
            .Add(HappeningLabels.CulpritPrefix + LabelNames.ProcessId, holder.ProcessId)
            .Add(HappeningLabels.CulpritPrefix + LabelNames.ProcessName, process?.Name)
            .Add((state?.Entity.Labels ?? []).Select(static label => new Label { Name = HappeningLabels.CulpritPrefix + label.Name, Value = label.Value }));
        return $", held by {name} (pid {holder.ProcessId}{(state is null ? "" : $", {HappeningDraft.NameOf(state)}")})";
    }
}
