namespace Mesoscope.Machine.Handlers;

/// <summary>brk, mmap and munmap: how much memory the thread has now.</summary>
sealed class MemoryHandler : StateHandler
{
    public override bool Handle(StateEngine engine)
    {
        if (engine.Context.Thread is { } thread)
        {
            var e = engine.Context.Event;
            thread.VirtualMemoryKiB = e.UInt32(1);
            thread.ResidentMemoryKiB = e.UInt32(2);
            thread.SwapMemoryKiB = e.UInt32(3);
        }

        return true;
    }
}
