using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>dup, dup2, dup3: another number for the same thing.</summary>
sealed class DupHandler : StateHandler
{
    const int Input = 0;
    const int Output = 1;

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        var number = Result(e);
        if (number < 0 || context.Thread is not { } thread)
        {
            return true;
        }

        // Whoever puts something else in place of its standard input or output is most likely part of a pipe of a shell.
        thread.Flags |= number switch
        {
            Input => ThreadFlags.PipeDestination,
            Output => ThreadFlags.PipeSource,
            _ => ThreadFlags.None,
        };
        if (FindSource(engine, thread, e) is not { } source)
        {
            return true;
        }

        // The look-up matters: the name that the number had before counts as the previous one.
        _ = engine.Machine.FindDescriptor(thread, number);
        AddDescriptor(engine, number, source);
        return true;
    }

    static DescriptorState? FindSource(StateEngine engine, ThreadState thread, Event e) =>
        engine.Context.Descriptor
        ?? (e.Type == EventType.SyscallDupExit ? null : engine.Machine.FindDescriptor(thread, e.Int64(1)));
}
