using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Programs;

/// <summary>Tries whether the kernel takes the programs of one kind of hook: all are loaded and verified, none is attached.</summary>
static class HookProbe
{
    /// <summary>Loads the programs and unloads them.</summary>
    /// <param name="hooks">Their hooks.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public static void Try(HookKind hooks)
    {
        var isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        LoadedPrograms.Load(ProgramImage.Read(hooks), new LiveOptions { PageFaults = true }, new ProgramSettings(), new RingPlan(1, RingReader.BlockBytes, HasNested: true), isArm).Dispose();
    }
}
