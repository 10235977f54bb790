namespace Mesoscope.Server.Api.Objects;

/// <summary>An access key that was made.</summary>
/// <param name="Id">What removes it.</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="Key">The secret, shown this once.</param>
public sealed record NewAccessKey(string Id, string Name, string Key);
