namespace Mesoscope.Server.Query.Objects;

/// <summary>A system call that failed.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Call">Name of the call.</param>
/// <param name="Error">Number of the error, positive.</param>
/// <param name="ErrorName">Such as <c>EADDRINUSE</c>; the number where it has no name.</param>
/// <param name="Arguments">The call's arguments as the trace command shows them.</param>
/// <param name="Process">Name of the process.</param>
/// <param name="Pid">Its id.</param>
public sealed record FailedCallRow(long TimeMs, string Call, int Error, string ErrorName, string Arguments, string Process, long Pid);
