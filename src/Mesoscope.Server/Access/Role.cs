namespace Mesoscope.Server.Access;

/// <summary>What an account may do.</summary>
public enum Role
{
    /// <summary>Look at everything, and have tokens of its own.</summary>
    Viewer,

    /// <summary>Besides that: accounts, access keys, the audit.</summary>
    Admin,
}
