using Mesoscope.Events;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>
/// Applies the events of a family to the machine. Handlers are made once and hold no state of the machine, only memory that they use
/// again. They run after the engine found the event's thread and descriptor.
/// </summary>
abstract class StateHandler
{
    /// <summary>Applies the event of the engine's context.</summary>
    /// <returns>False when the event ends here: it is hidden, whatever a filter says.</returns>
    public abstract bool Handle(StateEngine engine);

    /// <summary>Adds a copy of a descriptor to the event's thread and makes it the descriptor of the event.</summary>
    protected static DescriptorState? AddDescriptor(StateEngine engine, long number, DescriptorState descriptor)
    {
        var context = engine.Context;
        var thread = context.Thread!;
        var machine = engine.Machine;
        var table = machine.FindDescriptors(thread);
        var added = table?.Add(number, descriptor, machine.Limits.DescriptorsPerProcess);
        thread.LastEventFd = number;
        if (added is null)
        {
            machine.RefusedDescriptorCount++;
        }

        return context.Descriptor = added;
    }

    /// <summary>The result of a call: the first parameter.</summary>
    protected static long Result(Event e) => e.Int64(0);

    /// <summary>A copy of the text, or the known bytes when they are the same.</summary>
    protected static byte[] Text(ReadOnlySpan<byte> text, byte[] known) => text.SequenceEqual(known) ? known : text.ToArray();
}
