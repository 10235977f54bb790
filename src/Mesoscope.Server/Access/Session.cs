namespace Mesoscope.Server.Access;

/// <summary>A sign-in, as it is stored: its secret's hash is the key.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="CreatedMs">When it signed in, milliseconds since 1970.</param>
/// <param name="SeenMs">When it was used last, to the minute.</param>
public sealed record Session(string User, long CreatedMs, long SeenMs);
