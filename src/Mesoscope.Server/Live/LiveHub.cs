using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Query;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Scopes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Server.Live;

/// <summary>Answers live questions once a second: each different one once, however many ask it. Safe for several threads.</summary>
/// <param name="queries">Who answers.</param>
/// <param name="json">How answers are written.</param>
/// <param name="clock">What time it is.</param>
/// <param name="log">Where failures are told.</param>
public sealed partial class LiveHub(LiveQueries queries, JsonSerializerOptions json, TimeProvider clock, ILogger<LiveHub> log) : BackgroundService, ILiveInterest
{
    /// <summary>Subscribers at most.</summary>
    public const int MaxSubscribers = 500;

    /// <summary>Different questions at most.</summary>
    public const int MaxQuestions = 100;

    const int MaxSeries = 32;
    const int PingSeconds = 10;
    const long LatenessMilliseconds = 120_000;
    const int MaxHappenings = 1_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, LiveFeed> _feeds = new(StringComparer.Ordinal);
    readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    readonly LiveAgents _agents = new(queries.Entities, clock);
    int _subscribers;
    long _dropped;
    int _seconds;
    bool _knowsHappenings;

    /// <summary>Subscribers now.</summary>
    public int SubscriberCount => Volatile.Read(ref _subscribers);

    /// <summary>How many were dropped because they did not take what was sent.</summary>
    public long DroppedCount => Interlocked.Read(ref _dropped);

    /// <inheritdoc/>
    public bool IsLive(string agentId) => _agents.Contains(agentId);

    /// <summary>Adds somebody who looks.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="subscriber">Who takes the answers; <see cref="Remove"/> ends it.</param>
    /// <returns>False when there are too many.</returns>
    /// <exception cref="QueryException">The question makes no sense.</exception>
    public bool TryAdd(LiveQuestion question, [NotNullWhen(true)] out LiveSubscriber? subscriber)
    {
        subscriber = null;
        var key = JsonSerializer.Serialize(question, json);
        bool isAsked;
        lock (_lock)
        {
            isAsked = _feeds.ContainsKey(key);
        }

        // What others ask already makes sense.
        var scope = isAsked ? Scope.Parse(question.Happenings?.Scope) : Checked(question);
        lock (_lock)
        {
            var isKnown = _feeds.TryGetValue(key, out var feed);
            if (_subscribers >= MaxSubscribers || (!isKnown && _feeds.Count >= MaxQuestions))
            {
                return false;
            }

            if (!isKnown)
            {
                _feeds.Add(key, feed = new LiveFeed(question, scope, queries, json));
            }

            subscriber = new LiveSubscriber();
            feed!.Add(subscriber);
            _subscribers++;
        }

        SetAgents();
        return true;
    }

    /// <summary>Ends a subscription.</summary>
    public void Remove(LiveSubscriber subscriber)
    {
        lock (_lock)
        {
            foreach (var feed in _feeds.Values)
            {
                if (feed.Remove(subscriber))
                {
                    _subscribers--;
                    break;
                }
            }
        }

        subscriber.Close();
    }

    /// <summary>Answers all questions once; the service does so every second.</summary>
    public void Tick()
    {
        List<KeyValuePair<string, LiveFeed>> feeds;
        lock (_lock)
        {
            foreach (var (key, _) in _feeds.Where(static f => f.Value.Count == 0).ToList())
            {
                _feeds.Remove(key);
            }

            feeds = [.. _feeds];
        }

        if (feeds.Count == 0)
        {
            _knowsHappenings = false;
            return;
        }

        SetAgents();
        var now = Moments.Now(clock);
        ReadOnlyMemory<byte> ping = _seconds++ % PingSeconds == 0 ? LiveEvent.Make("ping", new LivePing(clock.GetUtcNow().ToUnixTimeMilliseconds()), json) : default;
        var fresh = FreshHappenings(now);
        foreach (var (key, feed) in feeds)
        {
            Answer(key, feed, now, fresh, ping);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    Tick();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFailure(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    void SetAgents()
    {
        List<LiveQuestion> questions;
        lock (_lock)
        {
            questions = [.. _feeds.Values.Where(static f => f.Count > 0).Select(static f => f.Question)];
        }

        _agents.Set(questions);
    }

    Scope Checked(LiveQuestion question)
    {
        if (question.Series is { Count: > MaxSeries })
        {
            throw new QueryException($"{question.Series.Count} sets of curves; expected {MaxSeries} at most");
        }

        if (question.Tree is null && question.Series is not { Count: > 0 } && question.Happenings is null)
        {
            throw new QueryException("a live question without tree, series and happenings; expected one of them at least");
        }

        // What makes no sense is to be told now, and not to everybody every second.
        if (question.Tree is not null)
        {
            queries.Tree.Ask(question.Tree with { AtMs = 0, Limit = 1, ExpandAll = false, Expanded = null, SparkPoints = 0 });
        }

        foreach (var series in question.Series ?? [])
        {
            queries.Series.Ask(series);
        }

        return Scope.Parse(question.Happenings?.Scope);
    }

    void Answer(string key, LiveFeed feed, long now, IReadOnlyList<HappeningRow> fresh, ReadOnlyMemory<byte> ping)
    {
        int dropped;
        try
        {
            dropped = feed.Send(now, fresh, ping);
        }
        catch (Exception e) when (e is QueryException or Storage.StoreException)
        {
            // Those who ask come again and are told the reason.
            LogFailure(e);
            lock (_lock)
            {
                _feeds.Remove(key);
                _subscribers -= feed.DropAll();
            }

            return;
        }

        if (dropped > 0)
        {
            Interlocked.Add(ref _dropped, dropped);
            LogDropped(dropped);
            lock (_lock)
            {
                _subscribers -= dropped;
            }
        }
    }

    // Happenings come late, so what is new is what was not seen before.
    List<HappeningRow> FreshHappenings(long now)
    {
        var newest = queries.Happenings.Ask(null, now - LatenessMilliseconds, now + 1000, null, null, MaxHappenings);
        var fresh = newest.Where(h => !_seen.Contains(h.Id)).Reverse().ToList();
        var isFirst = !_knowsHappenings;
        _seen.Clear();
        _seen.UnionWith(newest.Select(static h => h.Id));
        _knowsHappenings = true;
        return isFirst ? [] : fresh;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "a live question could not be answered")]
    partial void LogFailure(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} live subscribers dropped: they did not take what was sent for some seconds")]
    partial void LogDropped(int count);
}
