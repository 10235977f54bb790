using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>setuid and its relatives: who the thread acts for. Capabilities come with the call's own event.</summary>
sealed class IdentityHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        if (Result(e) < 0 || context.Thread is not { } thread)
        {
            return true;
        }

        if (e.Type == EventType.SyscallCapsetExit)
        {
            SetCapabilities(thread, e);
            return true;
        }

        // The effective id is the second of several, or the only one. Exit events hold the same behind the result.
        var index = e.Type is EventType.SyscallSetuidExit or EventType.SyscallSetgidExit ? 0 : 1;
        var source = engine.FindEnterEvent();
        if (source is null)
        {
            (source, index) = (e, index + 1);
        }

        if (index >= source.StoredParameterCount)
        {
            return true;
        }

        var id = source.UInt32(index);
        var isPair = e.Type is not (EventType.SyscallSetuidExit or EventType.SyscallSetgidExit);
        if (isPair && id == uint.MaxValue)
        {
            return true;
        }

        if (e.Type is EventType.SyscallSetgidExit or EventType.SyscallSetresgidExit or EventType.SyscallSetregidExit)
        {
            thread.Gid = id;
        }
        else
        {
            thread.Uid = id;
        }

        return true;
    }

    static void SetCapabilities(ThreadState thread, Event e)
    {
        thread.InheritableCapabilities = e.UInt64(1);
        thread.PermittedCapabilities = e.UInt64(2);
        thread.EffectiveCapabilities = e.UInt64(3);
    }
}
