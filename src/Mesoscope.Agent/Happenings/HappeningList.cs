using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Happenings;

/// <summary>Happenings that wait for the next batch; beyond a limit new ones are counted and left out.</summary>
sealed class HappeningList
{
    /// <summary>How many a batch can hold.</summary>
    const int MaxCount = 1000;

    readonly List<Happening> _happenings = [];

    /// <summary>Those that were left out.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Whether there are any.</summary>
    public bool HasAny => _happenings.Count > 0;

    /// <summary>Adds one.</summary>
    public void Add(Happening happening)
    {
        if (_happenings.Count < MaxCount)
        {
            _happenings.Add(happening);
        }
        else
        {
            RefusedCount++;
        }
    }

    /// <summary>Hands all over, in order of time.</summary>
    public void Take(SampleBatch batch)
    {
        batch.Happenings.AddRange(_happenings.OrderBy(static happening => happening.TimeMs));
        _happenings.Clear();
    }
}
