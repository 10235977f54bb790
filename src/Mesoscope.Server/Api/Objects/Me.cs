using Mesoscope.Server.Access;

namespace Mesoscope.Server.Api.Objects;

/// <summary>Who asks, and of which server.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="Role">What it may do.</param>
/// <param name="MustChangePassword">True while nothing but changing the password is allowed.</param>
/// <param name="CsrfToken">For the header <c>X-CSRF-Token</c> of all but <c>GET</c>; empty for who shows a token.</param>
/// <param name="Version">The server's version.</param>
/// <param name="NowMs">The server's time, milliseconds since 1970.</param>
public sealed record Me(string User, Role Role, bool MustChangePassword, string CsrfToken, string Version, long NowMs);
