namespace Mesoscope.Server.Access;

/// <summary>A secret that agents show, as it is stored.</summary>
/// <param name="Id">What lists and logs call it; not secret.</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="Hash">Hash of the secret.</param>
/// <param name="CreatedMs">When it was made, milliseconds since 1970.</param>
/// <param name="LastUsedMs">When an agent showed it last, to the minute; null for never.</param>
public sealed record AccessKey(string Id, string Name, string Hash, long CreatedMs, long? LastUsedMs = null);
