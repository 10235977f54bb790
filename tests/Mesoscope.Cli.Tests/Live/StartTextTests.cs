using Mesoscope.Cli.Live;
using Mesoscope.Kernel;
using Mesoscope.Kernel.Scan;
using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Cli.Tests.Live;

public sealed class StartTextTests
{
    [Fact]
    public void Describe_BestHooks_SaysWhatTheFirstStateHas() => Assert.Equal(
        "Live Capture: typed hooks (tp_btf), first state: 3 processes, 5 threads, 8 descriptors (from iterators)",
        StartText.Describe(HookKind.Typed, null, new ScanReport(3, 5, 8, IsIterated: true, new ScanProblems())));

    [Fact]
    public void Describe_BetterHooksRefused_SaysWhy() => Assert.Equal(
        "Live Capture: raw hooks (raw_tp) instead of typed hooks (tp_btf) (Invalid argument), first state: 3 processes, 5 threads, 8 descriptors (from /proc)",
        StartText.Describe(HookKind.Raw, "Invalid argument", new ScanReport(3, 5, 8, IsIterated: false, new ScanProblems())));
}
