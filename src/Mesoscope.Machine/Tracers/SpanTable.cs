namespace Mesoscope.Machine.Tracers;

/// <summary>The spans that are open on the machine.</summary>
public sealed class SpanTable
{
    /// <summary>
    /// More open spans than this mean that ends were lost: then all are forgotten, and the one that did not fit with them.
    /// </summary>
    public const int Capacity = 128;

    readonly List<TracerSpan> _open = [];
    readonly Stack<TracerSpan> _free = new();

    /// <summary>How many spans are open.</summary>
    public int Count => _open.Count;

    /// <summary>An open span, the newest first.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>.</param>
    public TracerSpan this[int index] => _open[_open.Count - 1 - index];

    /// <summary>Forgets all spans.</summary>
    public void Clear()
    {
        foreach (var span in _open)
        {
            _free.Push(span);
        }

        _open.Clear();
    }

    /// <summary>The open span one level up: the same id, and the tags but for the last.</summary>
    public TracerSpan? FindParent(TracerSpan span)
    {
        var length = ParentTagBytes(span);
        for (var i = 0; i < Count; i++)
        {
            var tags = this[i].Tags.Bytes;
            if (this[i].Id == span.Id && tags.Length == length && tags.SequenceEqual(span.Tags.Bytes[..length]))
            {
                return this[i];
            }
        }

        return null;
    }

    /// <summary>Opens a span; null when there were too many.</summary>
    internal TracerSpan? Open(Tracer tracer, long tid, ulong time)
    {
        if (_open.Count == Capacity)
        {
            Clear();
            return null;
        }

        if (!_free.TryPop(out var span))
        {
            span = new TracerSpan();
        }

        span.CopyFrom(tracer, tid, time);
        _open.Add(span);
        return span;
    }

    /// <summary>Closes the newest open span that is the same; what is returned stays valid until the next span is opened.</summary>
    internal TracerSpan? Close(TracerSpan end)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var span = _open[i];
            if (span.IsSameSpan(end))
            {
                _open.RemoveAt(i);
                _free.Push(span);
                return span;
            }
        }

        return null;
    }

    // sysdig begins its search for the last tag at the sum of the tags' lengths without their ends, which with many short tags
    // lies before the last tag. Views that pair spans with parents are compared with its own.
    static int ParentTagBytes(TracerSpan span)
    {
        var bytes = span.Tags.Bytes;
        var at = Math.Min(bytes.Length - span.Tags.Count, Math.Max(bytes.Length - 1, 0));
        if (at > 0 && bytes[at] == 0)
        {
            at--;
        }

        while (at > 0 && bytes[at] != 0)
        {
            at--;
        }

        return at > 0 ? at + 1 : 0;
    }
}
