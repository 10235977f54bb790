using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Programs;

/// <summary>The programs with the best hooks that the kernel takes.</summary>
/// <param name="Programs">Loaded, not attached.</param>
/// <param name="Kind">Their hooks.</param>
/// <param name="Refusal">Why better ones were refused; null when there are none.</param>
sealed record BestHooks(LoadedPrograms Programs, HookKind Kind, string? Refusal)
{
    /// <summary>Loads the programs: with the hooks that are wanted, or else with those that work.</summary>
    /// <exception cref="LiveCaptureException">The kernel refuses them all; why, as far as the first is concerned.</exception>
    public static BestHooks Load(LiveOptions options, ProgramSettings settings, RingPlan rings, bool isArm)
    {
        var first = options.Hooks ?? HookKind.Typed;
        try
        {
            return new BestHooks(LoadedPrograms.Load(ProgramImage.Read(first), options, settings, rings, isArm), first, null);
        }
        catch (LiveCaptureException refusal) when (refusal.Problem == LiveCaptureProblem.NotSupported && options.Hooks is null)
        {
            try
            {
                return new BestHooks(LoadedPrograms.Load(ProgramImage.Read(HookKind.Raw), options, settings, rings, isArm), HookKind.Raw, refusal.Message);
            }
            catch (LiveCaptureException)
            {
                throw refusal;
            }
        }
    }
}
