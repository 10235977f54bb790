using Mesoscope.Samples.Metrics;

namespace Mesoscope.Samples.Tests;

public sealed class MetricCatalogTests
{
    [Fact]
    public void All_Metrics_HaveNumbersAndNamesOfTheirOwn()
    {
        Assert.Equal(MetricCatalog.All.Count, MetricCatalog.All.Select(metric => metric.Number).Distinct().Count());
        Assert.Equal(MetricCatalog.All.Count, MetricCatalog.All.Select(metric => metric.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void TryFind_ByNameAndNumber_FindsTheSameMetric() =>
        Assert.All(MetricCatalog.All, metric =>
        {
            Assert.True(MetricCatalog.TryFind(metric.Name, out var byName));
            Assert.True(MetricCatalog.TryFind(metric.Number, out var byNumber));
            Assert.Same(byName, byNumber);
        });
}
