namespace Mesoscope.Server.Access;

/// <summary>A change that somebody made, or tried to sign in for.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="User">Who.</param>
/// <param name="Action">What, such as <c>user.create</c>.</param>
/// <param name="Target">To what; never a secret.</param>
/// <param name="Address">From which address.</param>
public sealed record AuditEntry(long TimeMs, string User, string Action, string Target, string Address);
