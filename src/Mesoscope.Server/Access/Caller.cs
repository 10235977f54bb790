namespace Mesoscope.Server.Access;

/// <summary>Who asks.</summary>
/// <param name="Account">The account.</param>
/// <param name="SessionKey">Key of the session; null for a bearer token.</param>
/// <param name="TokenId">Id of the bearer token; null for a session.</param>
/// <param name="CsrfToken">What changes must show besides the cookie; empty for a bearer token.</param>
public sealed record Caller(Account Account, string? SessionKey, string? TokenId, string CsrfToken)
{
    /// <summary>Name of the account.</summary>
    public string User => Account.Name;

    /// <summary>True for admins.</summary>
    public bool IsAdmin => Account.Role == Role.Admin;
}
