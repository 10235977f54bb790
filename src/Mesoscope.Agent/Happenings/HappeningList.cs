using Mesoscope.Agent.Sampling;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Happenings;

/// <summary>Happenings that wait for the next batch; beyond a limit new ones are counted and left out.</summary>
sealed class HappeningList
{
    /// <summary>How many a batch can hold.</summary>
    const int MaxCount = 1000;

    // Runtimes and masters tell the names of what has just begun within a second or two; some never have any.
    const int MaxUnnamedTicks = 3;

    readonly List<Happening> _happenings = [];
    readonly List<(ContainerState State, Func<Happening> Make, int Ticks)> _unnamed = [];

    /// <summary>Those that were left out.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(Happening happening)
    {
        if (HasRoom())
        {
            _happenings.Add(happening);
        }
    }

    /// <summary>Adds one of a container, for whose names it waits some ticks when they are not known.</summary>
    /// <param name="state">The container; null for what happened on the host.</param>
    /// <param name="make">Makes it, with the names of then.</param>
    public void Add(ContainerState? state, Func<Happening> make)
    {
        if (state is null || state.IsNamed)
        {
            Add(make());
        }
        else if (HasRoom())
        {
            _unnamed.Add((state, make, 0));
        }
    }

    /// <summary>A tick is over: those whose names are known now, or that waited long enough, wait no longer.</summary>
    public void EndTick()
    {
        for (var i = 0; i < _unnamed.Count; i++)
        {
            var (state, make, ticks) = _unnamed[i];
            if (state.IsNamed || ticks >= MaxUnnamedTicks)
            {
                _happenings.Add(make());
                _unnamed.RemoveAt(i--);
            }
            else
            {
                _unnamed[i] = (state, make, ticks + 1);
            }
        }
    }

    /// <summary>Nothing becomes known any more: all wait for the next batch alone.</summary>
    public void EndWaiting()
    {
        _happenings.AddRange(_unnamed.Select(static unnamed => unnamed.Make()));
        _unnamed.Clear();
    }

    /// <summary>Hands all over that wait for no names, in order of time.</summary>
    public void Take(SampleBatch batch)
    {
        batch.Happenings.AddRange(_happenings.OrderBy(static happening => happening.TimeMs));
        _happenings.Clear();
    }

    bool HasRoom()
    {
        var hasRoom = _happenings.Count + _unnamed.Count < MaxCount;
        RefusedCount += hasRoom ? 0 : 1;
        return hasRoom;
    }
}
