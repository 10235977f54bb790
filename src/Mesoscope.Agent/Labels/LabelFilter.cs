namespace Mesoscope.Agent.Labels;

/// <summary>Decides which labels of others travel, and counts what stays. Safe for several threads.</summary>
/// <param name="limits">The limits.</param>
sealed class LabelFilter(LabelLimits limits)
{
    /// <summary>The longest value of a label of our own, which is cut there.</summary>
    public const int MaxOwnLength = 1024;

    /// <summary>The longest name of a label that travels.</summary>
    const int MaxNameLength = 256;

    long _refused;

    /// <summary>Labels that were left out because of a limit, counted whenever they are looked at.</summary>
    public long RefusedCount => Interlocked.Read(ref _refused);

    /// <summary>Whether a label travels.</summary>
    /// <param name="name">The user's name for it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="count">Labels that the entity has already.</param>
    public bool Allows(string name, string value, int count)
    {
        if (name.Length == 0 || limits.Skip.Any(pattern => Matches(pattern, name)))
        {
            return false;
        }

        if (value.Length <= limits.MaxValueLength && name.Length <= MaxNameLength && count < limits.MaxCount)
        {
            return true;
        }

        Interlocked.Increment(ref _refused);
        return false;
    }

    static bool Matches(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
