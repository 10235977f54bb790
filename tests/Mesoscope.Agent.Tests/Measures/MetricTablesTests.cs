using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Measures.Host;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Samples.Metrics;

namespace Mesoscope.Agent.Tests.Measures;

public sealed class MetricTablesTests
{
    public static TheoryData<MetricScope> Scopes => [MetricScope.Host, MetricScope.Container, MetricScope.Process, MetricScope.Connection];

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Metrics_OfAScope_AreThoseOfTheCatalogueOnceEach(MetricScope scope)
    {
        var measured = scope switch
        {
            MetricScope.Host => HostMetrics.Create().Metrics,
            MetricScope.Container => ContainerMetrics.Create().Metrics,
            MetricScope.Process => ProcessMetrics.Create().Metrics,
            _ => ConnectionMetrics.Create().Metrics,
        };
        Assert.Equal(
            MetricCatalog.All.Where(metric => metric.Scope.HasFlag(scope)).Select(static metric => metric.Name).Order(StringComparer.Ordinal),
            measured.Select(static metric => metric.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Values_TickOfSeveralSeconds_SpreadsWhatHappened()
    {
        var table = ProcessMetrics.Create();
        var measure = new ProcessMeasure { ElapsedSeconds = 2, UsedSeconds = 1, AllowedCores = 4, ResidentBytes = 100, MinorFaults = 50 };
        var values = table.Values(measure, 2);
        Assert.Equal((12.5, 100, 25), (values[At("cpu.used.percent")], values[At("memory.bytes.used")], values[At("memory.pageFault.minor")]));

        int At(string name) => table.Metrics.Select(static metric => metric.Name).ToList().IndexOf(name);
    }
}
