namespace Mesoscope.Server.Api.Objects;

/// <summary>A bearer token, without its secret.</summary>
/// <param name="Id">What removes it.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="CreatedMs">When it was made, milliseconds since 1970.</param>
/// <param name="LastUsedMs">When it was used last, to the minute; null for never.</param>
public sealed record TokenRow(string Id, string Name, long CreatedMs, long? LastUsedMs);
