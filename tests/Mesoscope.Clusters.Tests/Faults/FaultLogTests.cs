using Mesoscope.Clusters.Faults;
using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Faults;

public sealed class FaultLogTests
{
    readonly HandClock _clock = new();
    readonly List<string> _lines = [];
    readonly FaultLog _log;

    public FaultLogTests() => _log = new FaultLog(_lines.Add, _clock);

    [Fact]
    public void Report_WithinAMinute_IsSaidOnceAndCounted()
    {
        for (var i = 0; i < 5; i++)
        {
            _log.Report("master", $"fault {i}");
            _clock.Advance(TimeSpan.FromSeconds(14));
        }

        Assert.Equal("master: fault 0; the last good names stay in use", Assert.Single(_lines));
        _log.Report("master", "fault 5");
        Assert.Equal("master: fault 5; the last good names stay in use (4 more faults since the last report)", _lines[1]);
    }

    [Fact]
    public void Report_OfTwoSources_IsSaidForEach()
    {
        _log.Report("a", "x");
        _log.Report("b", "x");

        Assert.Equal(2, _lines.Count);
    }

    [Fact]
    public void Recover_AfterAFault_IsSaidOnce()
    {
        _log.Recover("a");
        _log.Report("a", "x");
        _log.Recover("a");
        _log.Recover("a");
        _log.Report("a", "y");
        _log.Recover("a");

        Assert.Equal(["a: x; the last good names stay in use", "a: works again"], _lines);
    }
}
