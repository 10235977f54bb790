namespace Mesoscope.Server.Api.Objects;

/// <summary>A bearer token that was made.</summary>
/// <param name="Id">What removes it.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="Token">The secret, shown this once.</param>
public sealed record NewToken(string Id, string Name, string Token);
