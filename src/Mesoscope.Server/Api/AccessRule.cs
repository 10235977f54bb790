namespace Mesoscope.Server.Api;

/// <summary>Who may use an address; part of an endpoint's metadata. An endpoint without one is for those who signed in.</summary>
public enum AccessRule
{
    /// <summary>Who signed in, or shows a token, and has no password to change.</summary>
    SignedIn,

    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Who signed in, also while the one-time password is still to be changed.</summary>
    EvenWithOneTimePassword,

    /// <summary>Admins.</summary>
    Admin,
}
