using Mesoscope.Events.Schema;

namespace Mesoscope.Testing.Calls;

/// <summary>The types of the events that a system call makes.</summary>
public static class CallTypes
{
    /// <summary>The type of one of the two.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isEnter">True for the event at its begin.</param>
    public static EventType Of(TableCall call, bool isEnter) => call.Event is { } name
        ? Enum.Parse<EventType>(TypeName(name) + (isEnter ? "Enter" : "Exit"))
        : isEnter ? EventType.GenericEnter : EventType.GenericExit;

    // SYSCALL_OPENAT_2 becomes SyscallOpenatV2.
    static string TypeName(string name) =>
        string.Concat(name.Split('_').Select(static w => char.IsAsciiDigit(w[0]) ? "V" + w : w[0] + w[1..].ToLowerInvariant()));
}
