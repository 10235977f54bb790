namespace Mesoscope.Server.Api.Objects;

/// <summary>Asks for a token or an access key.</summary>
/// <param name="Name">What it is called in lists, 1 to 100 characters.</param>
public sealed record NewName(string? Name);
