using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Tests.Filters;

/// <summary>Events without parameters, but for generic ones, which hold the system call's number.</summary>
static class FilterEvents
{
    internal static EventContext Context(EventType type, int syscall = 0)
    {
        var context = new EventContext(new MachineState());
        Attach(context, type, syscall);
        return context;
    }

    internal static void Attach(EventContext context, EventType type, int syscall = 0, long tid = 0)
    {
        var bytes = new byte[Event.HeaderBytes + 4];
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), tid);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)type);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(26), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(28), (ushort)syscall);
        context.Event.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
    }

    internal static EventType Find(string name, bool isEnter)
    {
        for (var type = (EventType)0; EventSchema.IsKnown(type); type++)
        {
            if (EventSchema.Get(type).Name == name && EventSchema.Get(type).IsEnter == isEnter)
            {
                return type;
            }
        }

        throw new ArgumentException($"no event is called {name}", nameof(name));
    }

    internal static byte[] NameOf(Event e) => e.Info.IsGeneric ? EventSchema.GetSyscall((int)e.UInt64(0)).Utf8 : e.Info.Utf8;

    internal static bool IsIo(Event e) => (e.Info.Flags & (EventFlags.ReadsFromFd | EventFlags.WritesToFd)) != 0;
}
