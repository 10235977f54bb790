namespace Mesoscope.Server.Api.Objects;

/// <summary>An access key, without its secret.</summary>
/// <param name="Id">What removes it.</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="CreatedMs">When it was made, milliseconds since 1970.</param>
/// <param name="LastUsedMs">When an agent showed it last, to the minute behind a restart; null for never.</param>
public sealed record AccessKeyRow(string Id, string Name, long CreatedMs, long? LastUsedMs);
