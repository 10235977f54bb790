using System.Globalization;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Limits;

namespace Mesoscope.Server.Ingest;

// What the server remembers of one agent. Its batches are worked on one after the other, by whoever holds the gate.
sealed class AgentState(string agentId, IngestOptions options)
{
    // Batches whose contents are remembered: an agent sends a batch again when the answer to it was lost.
    const int MaxRecent = 16;

    // Silences that are remembered; who falls silent more often loses the oldest.
    const int MaxSilences = 32;

    readonly Queue<(ulong Sequence, ulong Fingerprint)> _recent = new();

    // Replaced as a whole, so that others can read it.
    Silence[] _silences = [];

    public string AgentId { get; } = agentId;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public SequenceRanges Stored { get; private set; } = new();

    public TokenBucket Rate { get; } = new(options.MaxBatchesPerMinute);

    public DropCounts Refused { get; } = new();

    public long ShiftMilliseconds { get; set; }

    public long SkewMilliseconds { get; set; }

    public long LastSeenMilliseconds { get; private set; }

    // By the agent's own clock.
    public long NewestSampleMilliseconds { get; private set; }

    // The agent about itself, as it said last.
    public AgentReport Report { get; private set; } = new();

    // Another agent that showed the same id, in words; empty when there was none lately.
    public string Conflict { get; set; } = "";

    public long ConflictMilliseconds { get; set; }

    // True when what it measures was presumed to have ended.
    public bool IsLost { get; set; }

    // Notes that it was heard of. Before the server began nobody could be heard.
    public void Hear(long nowMilliseconds, long serverBeginMilliseconds)
    {
        var from = Math.Max(LastSeenMilliseconds, serverBeginMilliseconds);
        if (LastSeenMilliseconds > 0 && nowMilliseconds - from > AgentStatus.StaleAfterMilliseconds)
        {
            _silences = [.. _silences.TakeLast(MaxSilences - 1), new Silence(from, nowMilliseconds)];
        }

        (LastSeenMilliseconds, IsLost) = (nowMilliseconds, false);
    }

    // What was known of it at a moment.
    public AgentFacts At(long milliseconds)
    {
        var silence = Array.Find(_silences, s => s.FromMs < milliseconds && milliseconds < s.ToMs);
        var seen = silence.ToMs > 0 ? silence.FromMs : Math.Min(LastSeenMilliseconds, milliseconds);
        return new AgentFacts(AgentId, Report.HostName, seen, milliseconds - seen > AgentStatus.StaleAfterMilliseconds);
    }

    // A batch with a number that was given to another one, or an older number with newer samples: two agents, or an old copy of one.
    public bool IsOfAnother(SampleBatch batch)
    {
        foreach (var (sequence, fingerprint) in _recent)
        {
            if (sequence == batch.Sequence)
            {
                return fingerprint != BatchFingerprint.Of(batch);
            }
        }

        return batch.Sequence <= Stored.Newest && BatchFingerprint.NewestSample(batch) > NewestSampleMilliseconds;
    }

    // Takes note of a batch; it is not acknowledged before the document of this state is stored.
    public void Add(SampleBatch batch)
    {
        Stored.Add(batch.Sequence);
        _recent.Enqueue((batch.Sequence, BatchFingerprint.Of(batch)));
        if (_recent.Count > MaxRecent)
        {
            _recent.Dequeue();
        }

        NewestSampleMilliseconds = Math.Max(NewestSampleMilliseconds, BatchFingerprint.NewestSample(batch));
        Report = batch.Report ?? Report;
    }

    // The writing of its last batch failed: it will come again.
    public void Restore(AgentDocument before)
    {
        Stored = SequenceRanges.Parse(before.Stored);
        NewestSampleMilliseconds = before.NewestSampleMs;
        (ShiftMilliseconds, SkewMilliseconds, LastSeenMilliseconds) = (before.ShiftMs, before.SkewMs, before.LastSeenMs);
        _silences = before.Silences is null ? [] : [.. before.Silences];
        _recent.Clear();
        foreach (var pair in before.Recent.Select(r => r.Split(':')))
        {
            _recent.Enqueue((ulong.Parse(pair[0], CultureInfo.InvariantCulture), ulong.Parse(pair[1], CultureInfo.InvariantCulture)));
        }

        Report = new AgentReport
        {
            Version = before.Version,
            HostName = before.HostName,
            SpooledBatches = before.SpooledBatches,
            Missing = { before.Missing },
            Drops = { before.Drops.Select(d => new Drop { Cause = d.Key, Count = d.Value }) },
            Tags = { before.Tags.Select(t => new Label { Name = t.Key, Value = t.Value }) },
        };
    }

    public AgentDocument ToDocument() => new(
        Stored.ToString(),
        ShiftMilliseconds,
        SkewMilliseconds,
        LastSeenMilliseconds,
        NewestSampleMilliseconds,
        Report.Version,
        Report.HostName,
        Report.SpooledBatches,
        Report.Drops.GroupBy(d => d.Cause, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Last().Count, StringComparer.Ordinal),
        [.. Report.Missing],
        Report.Tags.GroupBy(t => t.Name, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Last().Value, StringComparer.Ordinal),
        [.. _recent.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Sequence}:{r.Fingerprint}"))],
        _silences);

    public AgentStatus ToStatus(long nowMilliseconds, long host, int containers)
    {
        var missing = new List<string>(Report.Missing);
        if (Conflict.Length > 0)
        {
            missing.Add(Conflict);
        }

        return new AgentStatus
        {
            AgentId = AgentId,
            HostName = Report.HostName,
            Version = Report.Version,
            LastSeenMilliseconds = LastSeenMilliseconds,
            IsStale = nowMilliseconds - LastSeenMilliseconds > AgentStatus.StaleAfterMilliseconds,
            ClockSkewMilliseconds = SkewMilliseconds,
            SpooledBatches = Report.SpooledBatches,
            Drops = [.. Report.Drops.Select(d => KeyValuePair.Create(d.Cause, d.Count)), .. Refused.All.Select(d => KeyValuePair.Create("server: " + d.Key, d.Value))],
            Missing = missing,
            Tags = LabelSet.From(Report.Tags.Select(t => KeyValuePair.Create(t.Name, t.Value))),
            Host = host,
            ContainerCount = containers,
        };
    }
}
