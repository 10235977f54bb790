using System.Globalization;

namespace Mesoscope.Clusters.Faults;

/// <summary>
/// Says what is wrong with a cluster: each source's reason at once, then at most once a minute, and once more when it works again.
/// Safe for use by several tasks at once.
/// </summary>
public sealed class FaultLog
{
    static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    readonly Action<string> _write;
    readonly TimeProvider _clock;
    readonly Lock _gate = new();
    readonly Dictionary<string, Entry> _entries = [];

    /// <summary>A log that writes lines.</summary>
    /// <param name="write">Takes a line without its end; called by one task at a time.</param>
    /// <param name="clock">The time; null for the system's.</param>
    public FaultLog(Action<string> write, TimeProvider? clock = null)
    {
        _write = write;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Something went wrong.</summary>
    /// <param name="source">What it is about: <c>master</c>, a Marathon's address. Each has its own minute.</param>
    /// <param name="message">The reason, with no secret in it.</param>
    public void Report(string source, string message)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (!_entries.TryGetValue(source, out var entry))
            {
                _entries.Add(source, entry = new Entry());
            }

            entry.IsFaulty = true;
            if (entry.LastSaid is { } last && now - last < s_interval)
            {
                entry.Untold++;
                return;
            }

            var more = entry.Untold == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({entry.Untold} more faults since the last report)");
            entry.LastSaid = now;
            entry.Untold = 0;
            _write($"{source}: {message}; the last good names stay in use{more}");
        }
    }

    /// <summary>A source works; said once when faults of it were.</summary>
    public void Recover(string source)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(source, out var entry) || !entry.IsFaulty)
            {
                return;
            }

            // The minute goes on: a source that comes and goes must not fill the screen.
            entry.IsFaulty = false;
            if (entry.IsSilent)
            {
                return;
            }

            entry.IsSilent = true;
            _write($"{source}: works again");
        }
    }

    sealed class Entry
    {
        DateTimeOffset? _lastSaid;

        public bool IsFaulty { get; set; }

        public bool IsSilent { get; set; }

        public int Untold { get; set; }

        public DateTimeOffset? LastSaid
        {
            get => _lastSaid;
            set
            {
                _lastSaid = value;
                IsSilent = false;
            }
        }
    }
}
