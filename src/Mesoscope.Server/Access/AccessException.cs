namespace Mesoscope.Server.Access;

/// <summary>A change of accounts or keys that is not possible; the message says why and what to do.</summary>
/// <param name="reason">What kind of refusal it is.</param>
/// <param name="message">What was seen and what was expected.</param>
public sealed class AccessException(AccessRefusal reason, string message) : Exception(message)
{
    /// <summary>What kind of refusal it is.</summary>
    public AccessRefusal Reason { get; } = reason;

    /// <summary>How long to wait before the next try, for <see cref="AccessRefusal.TooMany"/>.</summary>
    public TimeSpan RetryAfter { get; init; }
}
