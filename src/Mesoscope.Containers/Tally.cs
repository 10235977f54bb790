using Mesoscope.Containers.Docker;

namespace Mesoscope.Containers;

/// <summary>Counts what happens. Safe for several threads.</summary>
sealed class Tally
{
    readonly long[] _replies = new long[Enum.GetValues<ReplyKind>().Length];
    long _refused;

    /// <summary>Counts an answer.</summary>
    public void Add(ReplyKind kind) => Interlocked.Increment(ref _replies[(int)kind]);

    /// <summary>Counts what found its queue full.</summary>
    public void Refused() => Interlocked.Increment(ref _refused);

    /// <summary>The counts.</summary>
    public WatchCounters Read() => new(
        Enum.GetValues<ReplyKind>().Sum(Count),
        Count(ReplyKind.Found),
        Count(ReplyKind.NotFound),
        Count(ReplyKind.Unreachable),
        Count(ReplyKind.Slow),
        Count(ReplyKind.Nonsense),
        Interlocked.Read(ref _refused));

    long Count(ReplyKind kind) => Interlocked.Read(ref _replies[(int)kind]);
}
