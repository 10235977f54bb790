using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Programs;

/// <summary>Tries whether the kernel takes the programs of one kind of hook: all are loaded and verified, none is attached.</summary>
static class HookProbe
{
    /// <summary>Loads the programs and unloads them.</summary>
    /// <param name="isRaw">True for raw_tp hooks, false for tp_btf.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public static void Try(bool isRaw)
    {
        var isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        LoadedPrograms.Load(ProgramImage.Read(isRaw), new LiveOptions { PageFaults = true }, new ProgramSettings(), new RingPlan(1, RingReader.BlockBytes, HasNested: true), isArm).Dispose();
    }
}
