using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Tests.Programs;

public sealed class HookProbeTests
{
    // A capture takes raw hooks when the kernel refuses typed ones: nothing else would tell that it refuses what it should take.
    [LiveTheory]
    [InlineData(HookKind.Typed, "5.11")]
    [InlineData(HookKind.Raw, "5.8")]
    public void Try_OnAKernelThatHasTheHooks_LoadsAllPrograms(HookKind hooks, string since)
    {
        if (Environment.OSVersion.Version >= Version.Parse(since))
        {
            HookProbe.Try(hooks);
        }
    }
}
