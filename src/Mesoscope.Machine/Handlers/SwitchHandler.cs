namespace Mesoscope.Machine.Handlers;

/// <summary>A processor goes on with another thread: page faults of the one that leaves, memory of its process.</summary>
sealed class SwitchHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        if (engine.Context.Thread is not { } thread)
        {
            return true;
        }

        var e = engine.Context.Event;
        thread.MajorFaults = e.UInt64(1);
        thread.MinorFaults = e.UInt64(2);
        if (engine.Machine.FindMainThread(thread) is { } main)
        {
            main.VirtualMemoryKiB = e.UInt32(3);
            main.ResidentMemoryKiB = e.UInt32(4);
            main.SwapMemoryKiB = e.UInt32(5);
        }

        return true;
    }
}
