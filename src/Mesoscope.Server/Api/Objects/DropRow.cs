namespace Mesoscope.Server.Api.Objects;

/// <summary>What was lost for one cause.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Count">How many.</param>
public sealed record DropRow(string Cause, long Count);
