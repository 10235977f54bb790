namespace Mesoscope.Server.Entities;

/// <summary>A task of the cluster that never got a container: it waits for one, or it failed before.</summary>
/// <param name="ClusterId">The cluster that knows it.</param>
/// <param name="TaskId">Its id.</param>
/// <param name="State">Its state, such as <c>TASK_STAGING</c> or <c>TASK_FAILED</c>.</param>
/// <param name="HostName">The Mesos agent's host that it was sent to; empty when not known.</param>
/// <param name="Labels">The names that its container would have: framework, app, group, task.</param>
/// <param name="SinceMilliseconds">Since when it is in this state, as far as the server saw, milliseconds since 1970.</param>
public sealed record WaitingTask(string ClusterId, string TaskId, string State, string HostName, LabelSet Labels, long SinceMilliseconds);
