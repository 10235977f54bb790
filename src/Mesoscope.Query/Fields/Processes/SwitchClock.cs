using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Measures the time between switches of each processor: how long the thread that leaves it was running.</summary>
static class SwitchClock
{
    /// <summary>Nanoseconds since the last switch on the event's processor; 0 for the first one and for events that are no switches.</summary>
    public static ulong Measure(EventContext context, FieldScratch scratch)
    {
        if (context.Event.Type is not (EventType.SchedswitchV1Enter or EventType.SchedswitchV6Enter))
        {
            return 0;
        }

        var last = (ulong[]?)scratch.Memory ?? [];
        var cpu = context.Event.Cpu;
        if (cpu >= last.Length)
        {
            Array.Resize(ref last, cpu + 1);
            scratch.Memory = last;
        }

        var time = context.Event.Timestamp;
        var elapsed = last[cpu] == 0 ? 0 : time - last[cpu];
        last[cpu] = time;
        return elapsed;
    }
}
