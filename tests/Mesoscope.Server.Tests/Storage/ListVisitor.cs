using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Tests.Storage;

// Keeps what it is shown, and checks what every reader may rely on: samples of a metric come in order of time, none twice.
sealed class ListVisitor : ISampleVisitor
{
    readonly Dictionary<(long, uint), long> _last = [];

    public List<(long Entity, uint Metric, SamplePoint Point)> Samples { get; } = [];

    public void Visit(long entity, uint metric, in SamplePoint point)
    {
        Assert.True(point.EndMilliseconds > _last.GetValueOrDefault((entity, metric)), "samples out of order, or one of them twice");
        _last[(entity, metric)] = point.EndMilliseconds;
        Samples.Add((entity, metric, point));
    }
}
