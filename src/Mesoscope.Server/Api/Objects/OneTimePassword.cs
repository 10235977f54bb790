namespace Mesoscope.Server.Api.Objects;

/// <summary>A password that is shown this once and must be changed at the next sign-in.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Password">The password.</param>
public sealed record OneTimePassword(string Name, [property: System.Text.Json.Serialization.JsonPropertyName("oneTimePassword")] string Password);
