using System.Text.Json;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Live;

// One question and all who ask it: answered once a second for all of them. Used by one thread at a time, but for the list of subscribers.
sealed class LiveFeed(LiveQuestion question, Query.Scopes.Scope happenings, LiveQueries queries, JsonSerializerOptions json)
{
    readonly List<LiveSubscriber> _subscribers = [];
    TreeAnswer? _last;

    public LiveQuestion Question => question;

    public int Count
    {
        get
        {
            lock (_subscribers)
            {
                return _subscribers.Count;
            }
        }
    }

    public void Add(LiveSubscriber subscriber)
    {
        lock (_subscribers)
        {
            _subscribers.Add(subscriber);
        }
    }

    public bool Remove(LiveSubscriber subscriber)
    {
        lock (_subscribers)
        {
            return _subscribers.Remove(subscriber);
        }
    }

    // Sends what is new. Returns how many were dropped because they did not keep up.
    public int Send(long now, IReadOnlyList<HappeningRow> fresh, ReadOnlyMemory<byte> ping)
    {
        var events = new List<ReadOnlyMemory<byte>>();
        if (question.Happenings is not null)
        {
            events.AddRange(fresh.Where(h => happenings.Matches(Entities.LabelSet.From(h.Labels))).Take(10).Select(h => LiveEvent.Make("happening", h, json)));
        }

        for (var i = 0; i < (question.Series?.Count ?? 0); i++)
        {
            events.Add(LiveEvent.Make("series", new LiveSeries(i, queries.Series.Ask(UntilNow(question.Series![i], now))), json));
        }

        if (!ping.IsEmpty)
        {
            events.Add(ping);
        }

        var tree = question.Tree is null ? null : queries.Tree.Ask(question.Tree with { AtMs = 0 });
        var isSame = tree is not null && _last is not null && TreeChange.IsOnlyValues(_last, tree);
        _last = tree;
        return Deliver(events, tree, isSame);
    }

    public int DropAll()
    {
        LiveSubscriber[] all;
        lock (_subscribers)
        {
            all = [.. _subscribers];
            _subscribers.Clear();
        }

        Array.ForEach(all, static s => s.Close());
        return all.Length;
    }

    static SeriesRequest UntilNow(SeriesRequest request, long now)
    {
        var span = Query.Moments.Absolute(request.ToMs, now) - Query.Moments.Absolute(request.FromMs, now);
        return request with { FromMs = now - span, ToMs = now };
    }

    int Deliver(List<ReadOnlyMemory<byte>> events, TreeAnswer? tree, bool isSame)
    {
        ReadOnlyMemory<byte> whole = default, values = default;
        var dropped = new List<LiveSubscriber>();
        lock (_subscribers)
        {
            for (var i = _subscribers.Count - 1; i >= 0; i--)
            {
                var subscriber = _subscribers[i];
                var isSent = !subscriber.IsSlow;
                if (isSent && tree is not null)
                {
                    if (isSame && subscriber.HasTree)
                    {
                        values = values.IsEmpty ? LiveEvent.Make("values", TreeChange.ValuesOf(tree), json) : values;
                        isSent = subscriber.TrySend(values);
                    }
                    else
                    {
                        whole = whole.IsEmpty ? LiveEvent.Make("tree", tree, json) : whole;
                        isSent = subscriber.TrySend(whole);
                        subscriber.HasTree = true;
                    }
                }

                foreach (var data in events)
                {
                    isSent = isSent && subscriber.TrySend(data);
                }

                if (!isSent)
                {
                    _subscribers.RemoveAt(i);
                    dropped.Add(subscriber);
                }
            }
        }

        // Not within the lock: who is dropped leaves at once, on this thread, and asks for locks of his own.
        dropped.ForEach(static s => s.Drop());
        return dropped.Count;
    }
}
