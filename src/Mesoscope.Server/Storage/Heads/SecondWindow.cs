namespace Mesoscope.Server.Storage.Heads;

// Samples of single seconds for those who look live: two minutes of them, and no more than fit the bound. Safe for several threads.
sealed class SecondWindow
{
    const long KeptMilliseconds = 120_000;

    // Samples of a metric at most, about 12 bytes each; with more the window is shorter.
    const long MaxSamples = 8_000_000;

    readonly Lock _lock = new();
    readonly Queue<(EntitySpan[] Spans, long Samples, long AddedMilliseconds)> _blocks = new();
    long _samples;

    public void Add(EntitySpan[] spans, long nowMilliseconds)
    {
        var samples = spans.Sum(s => (long)s.Metrics.Length);
        lock (_lock)
        {
            _blocks.Enqueue((spans, samples, nowMilliseconds));
            _samples += samples;
            while (_blocks.TryPeek(out var oldest) && (_samples > MaxSamples || oldest.AddedMilliseconds < nowMilliseconds - KeptMilliseconds))
            {
                _samples -= _blocks.Dequeue().Samples;
            }
        }
    }

    public void Read(SampleRead read, ISampleVisitor visitor)
    {
        EntitySpan[][] blocks;
        lock (_lock)
        {
            blocks = [.. _blocks.Select(b => b.Spans)];
        }

        if (blocks.Length == 0)
        {
            return;
        }

        var metrics = new HashSet<uint>(read.Metrics);
        var wanted = blocks
            .SelectMany(b => b)
            .Where(s => s.EndMilliseconds > read.FromMilliseconds && s.EndMilliseconds <= read.ToMilliseconds && read.Entities.IndexOf(s.Entity, 0) >= 0)
            .OrderBy(s => s.EndMilliseconds);
        var seen = new HashSet<(long, long)>();
        foreach (var span in wanted.Where(s => seen.Add((s.Entity, s.EndMilliseconds))))
        {
            for (var i = 0; i < span.Metrics.Length; i++)
            {
                if (metrics.Contains(span.Metrics.Span[i]))
                {
                    visitor.Visit(span.Entity, span.Metrics.Span[i], new SamplePoint(span.EndMilliseconds, span.Sums.Span[i], span.Minimums.Span[i], span.Maximums.Span[i], span.Count));
                }
            }
        }
    }
}
