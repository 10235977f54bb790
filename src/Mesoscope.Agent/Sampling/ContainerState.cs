using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Naming;

namespace Mesoscope.Agent.Sampling;

/// <summary>A container as entity.</summary>
/// <param name="Entry">What is measured.</param>
/// <param name="Entity">What the server knows.</param>
/// <param name="Names">What is known of its names.</param>
sealed record ContainerState(ContainerEntry Entry, MeasuredEntity Entity, ContainerNames Names);
