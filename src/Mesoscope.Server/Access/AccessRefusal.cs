namespace Mesoscope.Server.Access;

/// <summary>Why something is refused.</summary>
public enum AccessRefusal
{
    /// <summary>Name or password is wrong.</summary>
    Unknown,

    /// <summary>It makes no sense.</summary>
    Invalid,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>It is in the way of something that is there.</summary>
    Conflict,

    /// <summary>Too many wrong tries.</summary>
    TooMany,
}
