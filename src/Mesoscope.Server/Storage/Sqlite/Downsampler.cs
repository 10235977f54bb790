using Mesoscope.Server.Storage.Tiers;

namespace Mesoscope.Server.Storage.Sqlite;

// Makes samples of a coarse tier of those of a finer one, as they come.
sealed class Downsampler(TierLayout tier, SampleRead read, ISampleVisitor target) : ISampleVisitor
{
    readonly Dictionary<(long Entity, uint Metric), SamplePoint> _open = [];

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        var end = (point.EndMilliseconds + tier.SpanMilliseconds - 1) / tier.SpanMilliseconds * tier.SpanMilliseconds;
        var key = (entity, metric);
        if (_open.TryGetValue(key, out var open) && open.EndMilliseconds == end)
        {
            _open[key] = new SamplePoint(end, open.Sum + point.Sum, Math.Min(open.Minimum, point.Minimum), Math.Max(open.Maximum, point.Maximum), open.Count + point.Count);
            return;
        }

        if (open.Count > 0)
        {
            Show(entity, metric, open);
        }

        _open[key] = point with { EndMilliseconds = end };
    }

    // Shows what is still open.
    public void Finish()
    {
        foreach (var ((entity, metric), point) in _open)
        {
            Show(entity, metric, point);
        }

        _open.Clear();
    }

    void Show(long entity, uint metric, in SamplePoint point)
    {
        if (point.EndMilliseconds > read.FromMilliseconds && point.EndMilliseconds <= read.ToMilliseconds)
        {
            target.Visit(entity, metric, point);
        }
    }
}
