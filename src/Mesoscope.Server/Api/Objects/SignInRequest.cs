namespace Mesoscope.Server.Api.Objects;

/// <summary>Asks for a session.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="Password">Its password.</param>
public sealed record SignInRequest(string? User, string? Password);
