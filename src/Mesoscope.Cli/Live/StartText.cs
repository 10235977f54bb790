using System.Globalization;
using Mesoscope.Kernel;
using Mesoscope.Kernel.Features;
using Mesoscope.Kernel.Scan;

namespace Mesoscope.Cli.Live;

/// <summary>The line of <c>-v</c> once a live capture has begun: how it sees the kernel, and what it found.</summary>
static class StartText
{
    /// <summary>The line.</summary>
    /// <param name="hooks">The hooks in use.</param>
    /// <param name="refusal">Why better ones were refused; null when there are none.</param>
    /// <param name="report">What the first state has.</param>
    public static string Describe(HookKind hooks, string? refusal, ScanReport report)
    {
        var kind = hooks == HookKind.Typed ? KernelFeatures.TypedHooks : KernelFeatures.RawHooks;
        var reason = refusal is null ? "" : $" instead of {KernelFeatures.TypedHooks} ({refusal})";
        var source = report.IsIterated ? "iterators" : "/proc";
        var problems = report.Problems.ToString() is { Length: > 0 } counts ? $", not readable: {counts}" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"Live Capture: {kind}{reason}, first state: {report.Processes} processes, {report.Threads} threads, {report.Descriptors} descriptors (from {source}){problems}");
    }
}
