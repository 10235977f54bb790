using System.Collections.Concurrent;

namespace Mesoscope.Server.Catalog;

/// <summary>Counts what was refused, by cause. Safe for several threads.</summary>
public sealed class DropCounts
{
    // Causes that name something of the sender's, such as a metric's number, could be any number.
    const int MaxCauses = 64;

    readonly ConcurrentDictionary<string, ulong> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts since the beginning, by cause in ordinal order.</summary>
    public IReadOnlyList<KeyValuePair<string, ulong>> All => [.. _counts.OrderBy(c => c.Key, StringComparer.Ordinal)];

    /// <summary>Counts.</summary>
    /// <param name="cause">Why, in words; causes beyond the 64th are counted as <c>other</c>.</param>
    /// <param name="count">How many.</param>
    public void Add(string cause, ulong count = 1)
    {
        if (count > 0)
        {
            _counts.AddOrUpdate(_counts.Count < MaxCauses || _counts.ContainsKey(cause) ? cause : "other", count, (_, before) => before + count);
        }
    }
}
