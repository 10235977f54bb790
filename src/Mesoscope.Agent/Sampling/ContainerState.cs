using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Naming;
using Mesoscope.Machine.Containers;
using Mesoscope.Samples.Labels;

namespace Mesoscope.Agent.Sampling;

/// <summary>A container as entity.</summary>
/// <param name="Entry">What is measured.</param>
/// <param name="Entity">What the server knows.</param>
/// <param name="Names">What is known of its names.</param>
sealed record ContainerState(ContainerEntry Entry, MeasuredEntity Entity, ContainerNames Names)
{
    /// <summary>Whether somebody told what it is called, or nobody will: only runtimes that are asked and Mesos tell.</summary>
    public bool IsNamed =>
        Names.Info is { IsSuccessful: true }
        || Entry.Type is not (ContainerType.Mesos or ContainerType.Docker or ContainerType.Podman)
        || Entity.FindLabel(LabelNames.TaskId) is not null;
}
