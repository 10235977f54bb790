using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Recording;

/// <summary>Applies a filter for events to threads (<c>--filter-proclist</c>): what it says of the process or of an open descriptor counts.</summary>
static class ThreadFilter
{
    static readonly byte[] s_event = MakeEvent();

    /// <summary>True when the filter wants the thread, or one of its descriptors.</summary>
    public static bool Matches(IEventFilter filter, MachineState machine, long tid)
    {
        if (machine.FindThread(tid) is not { } thread)
        {
            return false;
        }

        var context = new EventContext(machine) { Thread = thread };
        context.Event.Attach(s_event, 0, s_event.Length, 0, EventBlockFlags.None);
        if (filter.Matches(context))
        {
            return true;
        }

        foreach (var (_, descriptor) in thread.Descriptors.Items())
        {
            context.Descriptor = descriptor;
            if (filter.Matches(context))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An event without parameters of a type that no system call has.</summary>
    static byte[] MakeEvent()
    {
        var bytes = new byte[Event.HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Event.HeaderBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)EventType.SysdigeventExit);
        return bytes;
    }
}
