using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Tests.Programs;

public sealed class HookProbeTests
{
    // A capture takes raw hooks when the kernel refuses typed ones: nothing else would tell that it refuses what it should take.
    [LiveTheory]
    [InlineData(false, "5.11")]
    [InlineData(true, "5.8")]
    public void Try_OnAKernelThatHasTheHooks_LoadsAllPrograms(bool isRaw, string since)
    {
        if (Environment.OSVersion.Version >= Version.Parse(since))
        {
            HookProbe.Try(isRaw);
        }
    }
}
