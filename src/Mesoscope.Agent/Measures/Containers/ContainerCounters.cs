namespace Mesoscope.Agent.Measures.Containers;

/// <summary>A container's counters when they were last read.</summary>
sealed class ContainerCounters
{
    public CountedDelta Used;
    public CountedDelta User;
    public CountedDelta System;
    public CountedDelta Throttled;
    public CountedDelta Throttlings;
    public CountedDelta Faults;
    public CountedDelta MajorFaults;
    public CountedDelta OutOfMemoryKills;
    public CountedDelta InterfaceIn;
    public CountedDelta InterfaceOut;

    /// <summary>Memory in use with all file pages.</summary>
    public double MemoryBytes = double.NaN;

    // How it was when the files were last read, what is inside of the container included.
    public double WorkingSetBytes = double.NaN;
    public double SwapBytes = double.NaN;
    public double Threads = double.NaN;

    /// <summary>How often it was measured while it was quiet.</summary>
    public long Reads;

    /// <summary>The container began while it was watched: all that its counters say happened since.</summary>
    public void BeginAtZero()
    {
        var zero = new CountedDelta(0);
        Used = User = System = zero;
        Throttled = Throttlings = zero;
        Faults = MajorFaults = OutOfMemoryKills = zero;
        InterfaceIn = InterfaceOut = zero;
    }
}
