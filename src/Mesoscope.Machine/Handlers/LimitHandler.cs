using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>getrlimit, setrlimit and prlimit: how many descriptors a process may have.</summary>
sealed class LimitHandler : StateHandler
{
    const byte OpenFiles = 7;
    const long Unlimited = -1;

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) < 0 || engine.Context.Thread is not { } thread)
        {
            return true;
        }

        var isOther = e.Type == EventType.SyscallPrlimitExit;
        var (resource, tid) = ReadCall(engine, e, isOther);
        var limit = e.Int64(1);
        if (resource != OpenFiles || limit == Unlimited)
        {
            return true;
        }

        var target = isOther ? FindTarget(engine, tid == 0 ? e.ThreadId : tid) : thread;
        if (target is not null && engine.Machine.FindMainThread(target) is { } main)
        {
            main.DescriptorLimit = limit;
        }

        return true;
    }

    static ThreadState? FindTarget(StateEngine engine, long tid) => engine.Machine.FindOrMakeThread(tid);

    // Resource and thread are in the enter event, or behind the others in the exit event.
    static (int Resource, long Tid) ReadCall(StateEngine engine, Event e, bool isOther)
    {
        if (engine.FindEnterEvent() is { } enter)
        {
            return isOther ? ((byte)enter.UInt64(1), enter.Int64(0)) : ((byte)enter.UInt64(0), 0);
        }

        var index = isOther ? 6 : 3;
        return index < e.StoredParameterCount ? ((byte)e.UInt64(index), isOther ? e.Int64(index - 1) : 0) : (-1, 0);
    }
}
