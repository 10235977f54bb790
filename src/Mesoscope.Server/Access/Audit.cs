using System.Globalization;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>Who changed what. The newest 10,000 entries are kept. Safe for several threads.</summary>
public sealed class Audit
{
    const int MaxEntries = 10_000;

    readonly DocumentTable<AuditEntry> _entries;
    readonly TimeProvider _clock;
    long _last;

    /// <summary>Reads what there is.</summary>
    public Audit(IRecordStore store, TimeProvider clock)
    {
        _entries = new DocumentTable<AuditEntry>(store, "audit");
        _clock = clock;
        _last = _entries.Entries.Select(static e => long.Parse(e.Key, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
    }

    /// <summary>The newest entries first.</summary>
    public IReadOnlyList<AuditEntry> Newest(int limit) =>
        [.. _entries.Entries.OrderByDescending(static e => e.Key, StringComparer.Ordinal).Take(limit).Select(static e => e.Value)];

    /// <summary>Adds an entry.</summary>
    /// <param name="user">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="target">To what; never a secret.</param>
    /// <param name="address">From which address.</param>
    public async ValueTask AddAsync(string user, string action, string target, string address)
    {
        var key = Key(Interlocked.Increment(ref _last));
        await _entries.WriteAsync(key, new AuditEntry(_clock.GetUtcNow().ToUnixTimeMilliseconds(), Short(user), action, Short(target), address));
        if (_entries.Count > MaxEntries)
        {
            foreach (var (old, _) in _entries.Entries.OrderBy(static e => e.Key, StringComparer.Ordinal).Take(_entries.Count - MaxEntries).ToList())
            {
                await _entries.RemoveAsync(old);
            }
        }
    }

    static string Key(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    // Names that never were accounts come from whoever tried them.
    static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
