namespace Mesoscope.Server.Access;

/// <summary>A secret that a script shows in place of a sign-in, as it is stored.</summary>
/// <param name="Id">What lists call it; not secret.</param>
/// <param name="User">Name of the account that it stands for.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="Hash">Hash of the secret.</param>
/// <param name="CreatedMs">When it was made, milliseconds since 1970.</param>
/// <param name="LastUsedMs">When it was used last, to the minute; null for never.</param>
public sealed record BearerToken(string Id, string User, string Name, string Hash, long CreatedMs, long? LastUsedMs);
