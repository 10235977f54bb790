using System.Diagnostics;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Testing.Programs;

namespace Mesoscope.Page.Tests.Real;

/// <summary>A program that runs for as long as the stage does; ended by SIGTERM.</summary>
sealed class Part(Process process) : IDisposable
{
    internal Process Process => process;

    public void Dispose()
    {
        LiveRun.Signal(process.Id, "TERM");
        if (!process.WaitForExit(ProgramRun.Limit))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
