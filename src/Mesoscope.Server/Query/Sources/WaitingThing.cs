using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Sources;

/// <summary>A task that has no container.</summary>
/// <param name="State">Its state, such as <c>TASK_STAGING</c>.</param>
/// <param name="Labels">The names that its container would have.</param>
/// <param name="SinceMilliseconds">Since when it is in this state, milliseconds since 1970.</param>
public sealed record WaitingThing(string State, LabelSet Labels, long SinceMilliseconds);
