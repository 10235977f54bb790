namespace Mesoscope.Query.Fields.Users;

/// <summary>What a field shows of a thread's user or group.</summary>
enum UserPart
{
    /// <summary>The user's number.</summary>
    Number,

    /// <summary>The user's name.</summary>
    Name,

    /// <summary>The user's home directory.</summary>
    HomeDirectory,

    /// <summary>The user's shell.</summary>
    Shell,

    /// <summary>The number of who logged in.</summary>
    LoginNumber,

    /// <summary>The name of who logged in.</summary>
    LoginName,

    /// <summary>The group's number.</summary>
    GroupNumber,

    /// <summary>The group's name.</summary>
    GroupName,
}
