using Mesoscope.Server.Access;

namespace Mesoscope.Server.Api.Objects;

/// <summary>An account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CreatedMs">When it was made, milliseconds since 1970.</param>
/// <param name="LastSignInMs">When it signed in last; null for never.</param>
/// <param name="MustChangePassword">True while its one-time password is to be changed.</param>
public sealed record UserRow(string Name, Role Role, long CreatedMs, long? LastSignInMs, bool MustChangePassword);
