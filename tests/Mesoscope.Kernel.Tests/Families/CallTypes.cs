using Mesoscope.Events.Schema;
using Mesoscope.Testing.Calls;

namespace Mesoscope.Kernel.Tests.Families;

// The types of the events that a system call makes.
static class CallTypes
{
    public static EventType Of(TableCall call, bool isEnter) => call.Event is { } name
        ? Enum.Parse<EventType>(TypeName(name) + (isEnter ? "Enter" : "Exit"))
        : isEnter ? EventType.GenericEnter : EventType.GenericExit;

    // SYSCALL_OPENAT_2 becomes SyscallOpenatV2.
    static string TypeName(string name) =>
        string.Concat(name.Split('_').Select(static w => char.IsAsciiDigit(w[0]) ? "V" + w : w[0] + w[1..].ToLowerInvariant()));
}
