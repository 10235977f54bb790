using Mesoscope.Machine.Containers;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>What the control groups of a process say of its container.</summary>
/// <param name="Type">What runs it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Paths">Paths of the container's own groups by controller, such as <c>memory</c> → <c>/mesos/UUID</c>.</param>
sealed record ContainerPlace(ContainerType Type, string Id, IReadOnlyDictionary<string, string> Paths);
