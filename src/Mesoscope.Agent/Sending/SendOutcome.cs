namespace Mesoscope.Agent.Sending;

/// <summary>How sending a batch ended.</summary>
enum SendOutcome
{
    /// <summary>The server has it.</summary>
    Taken,

    /// <summary>Not now: the server is away, busy or broken. The same batch is sent again later.</summary>
    Later,

    /// <summary>The access key is not right: the same batch is sent again, after a longer while.</summary>
    Denied,

    /// <summary>The server will never take this batch.</summary>
    Refused,

    /// <summary>Another agent uses this one's id.</summary>
    Conflict,
}
