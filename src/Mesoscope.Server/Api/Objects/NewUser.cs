using Mesoscope.Server.Access;

namespace Mesoscope.Server.Api.Objects;

/// <summary>Asks for an account.</summary>
/// <param name="Name">1 to 64 letters, digits or <c>. _ @ -</c>.</param>
/// <param name="Role">What it may do; a viewer by default.</param>
public sealed record NewUser(string? Name, Role Role = Role.Viewer);
