using System.Globalization;
using Mesoscope.Agent.Sampling;
using Mesoscope.Containers;
using Mesoscope.Machine.Containers;
using Mesoscope.Samples.Happenings;
using Mesoscope.Samples.Messages;
using MessageCall = Mesoscope.Samples.Messages.FailedCall;

namespace Mesoscope.Agent.Happenings;

/// <summary>Tells of containers that begin and end, and why.</summary>
/// <param name="list">Where to tell.</param>
/// <param name="watch">Knows how containers of runtimes ended; null for none.</param>
/// <param name="pasts">What happened in containers.</param>
sealed class ContainerHappenings(HappeningList list, ContainerWatch? watch, ContainerPasts pasts)
{
    // A container that ended younger than this did not do its work.
    static readonly TimeSpan s_youth = TimeSpan.FromMinutes(1);

    // How long a runtime may take to tell what it knows.
    const int MaxWaitTicks = 3;

    readonly Dictionary<string, ContainerEnd> _told = new(StringComparer.Ordinal);
    readonly List<(ContainerState State, int Ticks)> _ended = [];

    /// <summary>Takes over who began and ended in the last tick, once their names are known.</summary>
    /// <param name="containers">The containers.</param>
    /// <param name="isFirst">Whether it is the first tick, in which those that begin to be watched did not begin.</param>
    public void Update(ContainerStates containers, bool isFirst)
    {
        foreach (var state in isFirst ? [] : containers.Begun)
        {
            list.Add(state, () => new HappeningDraft(HappeningKinds.ContainerStarted, state.Entity.BeginTimeMs, HappeningSeverity.Information)
                .To(state.Entity)
                .Say($"{HappeningDraft.NameOf(state)} started"));
        }

        TakeEnds();
        foreach (var state in containers.EndedNow)
        {
            _ended.Add((state, 0));
        }

        for (var i = _ended.Count - 1; i >= 0; i--)
        {
            var (state, ticks) = _ended[i];
            if (!IsOfRuntime(state) || _told.ContainsKey(state.Entry.Id) || ticks >= MaxWaitTicks)
            {
                _ended.RemoveAt(i);
                list.Add(state, () => Died(state));
            }
            else
            {
                _ended[i] = (state, ticks + 1);
            }
        }
    }

    bool IsOfRuntime(ContainerState state) => watch is not null && state.Entry.Type is ContainerType.Docker or ContainerType.Podman;

    void TakeEnds()
    {
        while (watch is not null && watch.TryTakeEnd(out var end))
        {
            // Some that end were never seen, or are of a start long ago.
            if (_told.Count > 1000)
            {
                _told.Clear();
            }

            _told[end.Id] = end;
        }
    }

    Happening Died(ContainerState state)
    {
        var past = pasts.Take(state.Entry.Id);
        var (status, signal, isOutOfMemory) = ContainerEnding.Of(past, _told.Remove(state.Entry.Id, out var end) ? end : null);
        var lifetime = Math.Max(0, state.Entity.EndTimeMs - state.Entity.BeginTimeMs);
        var isBad = isOutOfMemory || signal != 0 || status is > 0;
        var draft = new HappeningDraft(HappeningKinds.ContainerDied, state.Entity.EndTimeMs, isBad ? HappeningSeverity.Warning : HappeningSeverity.Information)
            .To(state.Entity)
            .Add(HappeningLabels.LifetimeMilliseconds, lifetime)
            .Add(HappeningLabels.ExitStatus, status?.ToString(CultureInfo.InvariantCulture))
            .Add(HappeningLabels.ExitSignal, signal != 0 ? SignalNames.Of(signal) : null)
            .Add(HappeningLabels.OutOfMemory, isOutOfMemory ? "true" : null);
        if (lifetime < s_youth.TotalMilliseconds && past is not null)
        {
            draft.Add(past.Calls.Select(ToMessage));
        }

        var how = isOutOfMemory ? " because memory ran out"
            : signal != 0 ? $" by {SignalNames.Of(signal)}"
            : status is { } known ? string.Create(CultureInfo.InvariantCulture, $" with status {known}")
            : "";
        return draft.Say(string.Create(CultureInfo.InvariantCulture, $"{HappeningDraft.NameOf(state)} ended{how} after {lifetime / 1000.0:0.0} s"));
    }

    static MessageCall ToMessage(Kernel.Counting.FailedCall call) => new()
    {
        TimeMs = (long)(call.Time / 1_000_000),
        Call = call.Call,
        Error = (uint)call.ErrorNumber,
        Arguments = call.Arguments,
        Process = call.Name,
        Pid = (ulong)call.ProcessId,
    };
}
