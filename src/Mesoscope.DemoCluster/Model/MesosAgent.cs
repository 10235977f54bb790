using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Model;

/// <summary>A Mesos agent ("slave" in the old documents).</summary>
sealed record MesosAgent(string Id, string Hostname, int Port, double RegisteredTime)
{
    public Resources Resources { get; init; } = new(8, 16384, 102400, "[31000-32000]");

    public ImmutableArray<Label> Attributes { get; init; } = [];

    /// <summary>False from the moment the master lost its connection.</summary>
    public bool Active { get; init; } = true;

    /// <summary>True while a restarted master has read the agent from its registry and has not yet heard of it.</summary>
    public bool Recovered { get; init; }

    public string ProcessName => $"slave(1)@127.0.0.1:{Port}";
}
