using Mesoscope.Containers;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Happenings;

/// <summary>How a container ended, from what the kernel saw and what its runtime says.</summary>
/// <param name="Status">What its first process answered; null when it is not known, or a signal ended it and no runtime says more.</param>
/// <param name="Signal">The signal that ended it; 0 when none did.</param>
/// <param name="IsOutOfMemory">Whether memory ran out in it.</param>
readonly record struct ContainerEnding(int? Status, int Signal, bool IsOutOfMemory)
{
    // Shells and runtimes write the end by a signal as 128 and its number.
    const int FirstSignalStatus = 128;
    const int LastSignalStatus = 192;

    /// <summary>Puts both together; where they differ, the runtime is right: it waited for the first process, and put others of its own into the group before it.</summary>
    /// <param name="past">What the kernel saw; null for nothing.</param>
    /// <param name="told">What the runtime says; null for nothing.</param>
    public static ContainerEnding Of(ContainerPast? past, ContainerEnd? told)
    {
        var isOutOfMemory = told is { IsOutOfMemory: true } || past is { IsOutOfMemory: true };
        var seen = past?.FirstEnd ?? (told is null ? past?.LastEnd : null);
        if (told?.ExitStatus is not { } status)
        {
            return new(seen is { Signal: 0 } ? seen.ExitStatus : null, seen?.Signal ?? 0, isOutOfMemory);
        }

        var isSignal = seen is not null && status == StatusOf(seen) ? seen.Signal != 0 : status is > FirstSignalStatus and <= LastSignalStatus;
        return new(status, isSignal ? status - FirstSignalStatus : 0, isOutOfMemory);
    }

    static int StatusOf(ProcessEnded ended) => ended.Signal != 0 ? FirstSignalStatus + ended.Signal : ended.ExitStatus;
}
