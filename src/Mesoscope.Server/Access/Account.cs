namespace Mesoscope.Server.Access;

/// <summary>Somebody who may sign in, as it is stored.</summary>
/// <param name="Name">The name; two accounts differ in more than case.</param>
/// <param name="Role">What it may do.</param>
/// <param name="PasswordHash">The password's hash with its parameters; see <see cref="PasswordHasher"/>.</param>
/// <param name="MustChangePassword">True while the password is one that somebody else knows: nothing but changing it is allowed.</param>
/// <param name="CreatedMs">When it was made, milliseconds since 1970.</param>
/// <param name="LastSignInMs">When it signed in last; null for never.</param>
public sealed record Account(string Name, Role Role, string PasswordHash, bool MustChangePassword, long CreatedMs, long? LastSignInMs);
