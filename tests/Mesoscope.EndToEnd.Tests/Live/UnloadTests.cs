using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

public sealed class UnloadTests
{
    [LiveFact]
    public void Trace_KilledInTheMiddle_LeavesNothingInTheKernel()
    {
        var before = KernelPrograms.Ids();
        using (var run = new LiveRun())
        {
            Assert.NotNull(run.Output.ReadLine());
            Assert.NotEmpty(KernelPrograms.Ids().Except(before));
            run.Signal("KILL");
            run.Wait();
        }

        // The kernel frees what nobody uses in the background.
        Assert.True(SpinWait.SpinUntil(() => !KernelPrograms.Ids().Except(before).Any(), ProgramRun.Limit), "programs are still loaded");
    }
}
