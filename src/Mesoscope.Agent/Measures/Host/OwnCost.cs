namespace Mesoscope.Agent.Measures.Host;

/// <summary>Measures this process itself.</summary>
sealed class OwnCost
{
    CountedDelta _used;

    /// <summary>Measures.</summary>
    public void Read(HostMeasure measure, bool isSlowTick)
    {
        measure.AgentProcessorSeconds = _used.Take(Environment.CpuUsage.TotalTime.TotalSeconds);
        if (isSlowTick)
        {
            measure.AgentMemoryBytes = Environment.WorkingSet;
        }
    }
}
