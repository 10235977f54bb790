using Mesoscope.Agent.Spans;

namespace Mesoscope.Agent.Measures;

/// <summary>The metrics of connections.</summary>
static class ConnectionMetrics
{
    /// <summary>A new table.</summary>
    public static MetricTable<ConnectionMeasure> Create() => new(
        new("net.bytes.in", static c => c.BytesIn),
        new("net.bytes.out", static c => c.BytesOut),
        new("net.bytes.total", static c => c.BytesIn + c.BytesOut),
        new("net.iops.total", static c => c.Operations));
}
