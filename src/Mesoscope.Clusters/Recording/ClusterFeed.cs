using System.Diagnostics.CodeAnalysis;
using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Recording;

/// <summary>
/// Hands a cluster's names from the threads that watch it to the one that works on events: they <see cref="Offer"/>, it asks between two
/// events with <see cref="TryTake"/>, which costs one read while there is nothing new.
/// </summary>
/// <remarks>
/// Documents are made by the offering thread and hold only kinds that changed. Large ones come less often, so that a recording grows by
/// no more than about 1 MB a second for its names: names are used at once, recorded a little later.
/// </remarks>
public sealed class ClusterFeed : IDisposable
{
    /// <summary>Bytes of documents for each second until the next; a cluster of 1,000 tasks fits in a fraction of it.</summary>
    const double BytesPerSecond = 1_000_000;

    static readonly TimeSpan s_leastInterval = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    readonly bool _records;
    readonly TimeProvider _time;
    readonly ITimer _timer;

    // Without a handle of the system there is nothing to dispose, and a watch that ends late may still offer.
    readonly ManualResetEventSlim _news = new();

    readonly Dictionary<RecordedKey, IReadOnlyList<byte[]>> _written = [];
    readonly List<(RecordedKey Key, IReadOnlyList<byte[]> Parts)> _waiting = [];
    ClusterNames? _new;
    ClusterNames? _unwritten;
    ClusterNames _last = ClusterNames.Empty;
    long _nextTime;

    /// <summary>A feed with nothing in it.</summary>
    /// <param name="records">Whether documents are wanted.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ClusterFeed(bool records, TimeProvider? time = null)
    {
        _records = records;
        _time = time ?? TimeProvider.System;
        _nextTime = _time.GetTimestamp();
        _timer = _time.CreateTimer(_ => WriteLate(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes new names in. Called by any thread but the one of the events.</summary>
    public void Offer(ClusterNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        lock (_lock)
        {
            if (names.Version <= _last.Version && !ReferenceEquals(_last, ClusterNames.Empty))
            {
                return;
            }

            _new = _last = names;
            _unwritten = _records ? names : null;
            Write();
            _news.Set();
        }
    }

    /// <summary>Takes what is new out.</summary>
    /// <returns>False when nothing is.</returns>
    public bool TryTake([NotNullWhen(true)] out ClusterUpdate? update)
    {
        update = null;
        if (!_news.IsSet)
        {
            return false;
        }

        lock (_lock)
        {
            _news.Reset();
            update = new ClusterUpdate(_new ?? _last, [.. _waiting.SelectMany(static item => item.Parts)]);
            _new = null;
            _waiting.Clear();
            return true;
        }
    }

    /// <summary>Waits until something is new, for the thread that works on events.</summary>
    /// <param name="limit">No longer than this.</param>
    /// <returns>False when the time was over first.</returns>
    public bool WaitForNews(TimeSpan limit) => _news.Wait(limit);

    /// <summary>Ends the feed; what is in it can still be taken.</summary>
    public void Dispose() => _timer.Dispose();

    void WriteLate()
    {
        lock (_lock)
        {
            Write();
            if (_waiting.Count > 0)
            {
                _news.Set();
            }
        }
    }

    void Write()
    {
        if (_unwritten is null)
        {
            return;
        }

        var wait = _time.GetElapsedTime(_time.GetTimestamp(), _nextTime);
        if (wait > TimeSpan.Zero)
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
            return;
        }

        var bytes = Put(ClusterRecord.Write(_unwritten));
        _unwritten = null;
        var pause = TimeSpan.FromSeconds(Math.Max(bytes / BytesPerSecond, s_leastInterval.TotalSeconds));
        _nextTime = _time.GetTimestamp() + (long)(pause.TotalSeconds * _time.TimestampFrequency);
    }

    long Put(IReadOnlyList<(RecordedKey Key, IReadOnlyList<byte[]> Parts)> documents)
    {
        var bytes = 0L;
        foreach (var (key, parts) in documents)
        {
            if (!_written.TryGetValue(key, out var before) || !AreEqual(before, parts))
            {
                bytes += parts.Sum(static part => (long)part.Length);
                _written[key] = parts;
                _waiting.RemoveAll(item => item.Key == key);
                _waiting.Add((key, parts));
            }
        }

        Forget(documents.Select(static document => document.Key).ToHashSet());
        return bytes;
    }

    // A Marathon that is gone leaves its names in the capture until somebody says that there are none.
    void Forget(HashSet<RecordedKey> present)
    {
        foreach (var key in _written.Keys.Where(key => !present.Contains(key)).ToList())
        {
            _written.Remove(key);
            _waiting.RemoveAll(item => item.Key == key);
            _waiting.Add((key, ClusterRecord.WriteEmpty(key)));
        }
    }

    static bool AreEqual(IReadOnlyList<byte[]> x, IReadOnlyList<byte[]> y)
    {
        var isEqual = x.Count == y.Count;
        for (var i = 0; i < x.Count && isEqual; i++)
        {
            isEqual = x[i].AsSpan().SequenceEqual(y[i]);
        }

        return isEqual;
    }
}
