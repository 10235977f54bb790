using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Calls;

/// <summary>What the kernel counted of a thing's calls in one tick.</summary>
sealed class CallCounts
{
    Activity _sum;

    /// <summary>Whether calls are counted on this machine.</summary>
    public bool IsCounted { get; private set; }

    /// <summary>The counts.</summary>
    public ref readonly Activity Sum => ref _sum;

    /// <summary>Begins a tick.</summary>
    public void Begin(bool isCounted)
    {
        IsCounted = isCounted;
        _sum = default;
    }

    /// <summary>Adds what was counted of it or a part of it.</summary>
    public void Add(in Activity activity) => _sum += activity;

    /// <summary>One of the counts; NaN while calls are not counted.</summary>
    public double Of(Func<Activity, double> read) => IsCounted ? read(_sum) : double.NaN;
}
