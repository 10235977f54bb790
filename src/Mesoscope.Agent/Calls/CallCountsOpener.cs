using Mesoscope.Kernel;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Calls;

/// <summary>Begins to count calls where the machine allows it.</summary>
static class CallCountsOpener
{
    // Nothing else tells of them: control groups do not count the network, and Mesos does not tell how a container ended.
    const string Uncounted = "system calls, files, network of containers, processes and connections, exit status of Mesos containers";

    /// <summary>The kernel's counts, or none and the reason.</summary>
    /// <param name="isWanted">Whether they are wanted at all.</param>
    /// <param name="missing">Takes a line when they cannot be had.</param>
    public static ICallCounts Open(bool isWanted, ICollection<string> missing)
    {
        if (!isWanted)
        {
            missing.Add($"{Uncounted}: switched off in the settings");
            return new NoCallCounts();
        }

        try
        {
            return new KernelCallCounts(KernelCounting.Open(new CountingOptions()));
        }
        catch (LiveCaptureException e)
        {
            missing.Add($"{Uncounted}: {e.Message}");
            return new NoCallCounts();
        }
    }
}
