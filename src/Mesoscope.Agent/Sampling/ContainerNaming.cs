using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Agent.Naming;
using Mesoscope.Clusters.Model;
using Mesoscope.Containers;
using Mesoscope.Machine.Containers;
using Mesoscope.Machine.Containers.Recognition;

namespace Mesoscope.Agent.Sampling;

/// <summary>Finds out the names of containers while they run, and gives them their labels.</summary>
/// <param name="watch">Asks runtimes; null for none.</param>
/// <param name="labels">Makes labels.</param>
/// <param name="files">Reads environments.</param>
/// <param name="kept">The labels of an earlier life of the agent.</param>
sealed class ContainerNaming(ContainerWatch? watch, ContainerLabels labels, ProcessFiles files, KeptLabels kept)
{
    /// <summary>Environments of a container that are searched for a task, one a tick; the first ones tell if any does.</summary>
    const int MaxLooks = 16;

    // Ticks after an end in which its names may still come.
    const int MaxLateTicks = 5;

    readonly List<(ContainerState State, int Ticks)> _late = [];
    readonly Dictionary<string, ContainerInfo> _untaken = new(StringComparer.Ordinal);

    /// <summary>Takes over what became known, and makes new labels where it matters.</summary>
    /// <param name="containers">The containers.</param>
    /// <param name="cluster">The names of the cluster; empty when this agent asks no master.</param>
    /// <param name="nowMs">The time.</param>
    public void Update(ContainerStates containers, ClusterNames cluster, long nowMs)
    {
        foreach (var state in containers.Begun)
        {
            state.Entity.Labels = kept.Before(state.Entity.Number);
            watch?.Request(new ContainerRequest((int)state.Entry.Type, state.Entry.Id, state.Entry.Groups.Path));
        }

        TakeAnswers(containers);
        NameLate(cluster);
        var isChanged = false;
        foreach (var state in containers.Running.Concat(containers.EndedNow))
        {
            Look(state);
            isChanged |= Label(state, cluster);
        }

        if (isChanged)
        {
            kept.Write(containers.Running.Select(static state => state.Entity));
        }

        foreach (var state in containers.Begun)
        {
            containers.CountRestart(state, nowMs);
        }

        foreach (var state in containers.EndedNow)
        {
            containers.NoteEnd(state);
            if (!state.IsNamed)
            {
                _late.Add((state, 0));
            }
        }
    }

    // What began and ended at once has happenings that wait for its names.
    void NameLate(ClusterNames cluster)
    {
        for (var i = _late.Count - 1; i >= 0; i--)
        {
            var (state, ticks) = _late[i];
            if (state.Names.Info is { Environment.Count: > 0 })
            {
                Look(state);
            }

            Label(state, cluster);
            _late[i] = (state, ticks + 1);
            if (state.IsNamed || ticks >= MaxLateTicks)
            {
                _late.RemoveAt(i);
            }
        }
    }

    void TakeAnswers(ContainerStates containers)
    {
        while (watch is not null && watch.TryTake(out var answer))
        {
            if (ContainerDocument.Read(answer.Json.Span) is { } info)
            {
                // Runtimes tell of containers before their processes are seen.
                if (_untaken.Count > 1000)
                {
                    _untaken.Clear();
                }

                _untaken[answer.Id] = info;
            }
        }

        if (_untaken.Count == 0)
        {
            return;
        }

        foreach (var state in containers.Running.Concat(containers.EndedNow).Concat(_late.Select(static late => late.State)))
        {
            if (_untaken.Remove(state.Entry.Id, out var info) && (info.IsSuccessful || state.Names.Info is null))
            {
                state.Names.Info = info;
                state.Names.IsChanged = true;
            }
        }
    }

    void Look(ContainerState state)
    {
        var names = state.Names;
        if (names.Environment is not null || names.Looks >= MaxLooks)
        {
            return;
        }

        names.Looks++;
        ReadOnlySpan<byte> environment = names.Info is { Environment.Count: > 0 } info
            ? [.. info.Environment.SelectMany(static variable => variable.Append((byte)0))]
            : state.Entry.Environment.Text is { Length: > 0 } caught ? caught
            : files.ReadEnvironment(state.Entry.FirstProcess);
        var told = TaskEnvironment.Read(environment);
        if (told.LooksLikeTask || told.App is not null)
        {
            names.Environment = told;
            names.IsChanged = true;
        }
    }

    // True when its labels are others now.
    bool Label(ContainerState state, ClusterNames cluster)
    {
        var names = state.Names;
        if (!names.IsChanged && names.ClusterVersion == cluster.Version)
        {
            return false;
        }

        var had = state.Entity.Labels;
        state.Entity.Labels = KeptLabels.Choose(had, labels.Make(state.Entry, names, cluster));
        names.IsChanged = false;
        names.ClusterVersion = cluster.Version;
        return !state.Entity.Labels.SequenceEqual(had);
    }
}
