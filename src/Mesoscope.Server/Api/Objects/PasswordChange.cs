namespace Mesoscope.Server.Api.Objects;

/// <summary>Asks for another password.</summary>
/// <param name="Current">The current one.</param>
/// <param name="New">The new one, 12 characters at least.</param>
public sealed record PasswordChange(string? Current, string? New);
