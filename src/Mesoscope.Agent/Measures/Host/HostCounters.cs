namespace Mesoscope.Agent.Measures.Host;

/// <summary>The host's counters when they were last read.</summary>
sealed class HostCounters
{
    public CountedDelta User;
    public CountedDelta System;
    public CountedDelta Idle;
    public CountedDelta IoWait;
    public CountedDelta Stolen;
    public CountedDelta Faults;
    public CountedDelta MajorFaults;
    public CountedDelta OutOfMemoryKills;
    public CountedDelta InterfaceIn;
    public CountedDelta InterfaceOut;
}
