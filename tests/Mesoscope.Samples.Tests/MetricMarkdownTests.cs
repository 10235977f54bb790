using Mesoscope.Samples.Metrics;
using Mesoscope.Testing;

namespace Mesoscope.Samples.Tests;

public sealed class MetricMarkdownTests
{
    [Fact]
    public void Write_TheCatalogue_IsTheDocument() =>
        Assert.Equal(File.ReadAllText(RepositoryFolder.PathOf("docs", "metrics.md")), MetricMarkdown.Write());
}
