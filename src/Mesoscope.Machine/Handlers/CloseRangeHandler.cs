namespace Mesoscope.Machine.Handlers;

/// <summary>close_range: closes all descriptors between two numbers.</summary>
sealed class CloseRangeHandler : StateHandler
{
    const uint CloseOnExec = 1 << 1;

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) < 0 || engine.Context.Thread is not { } thread || (e.UInt32(3) & CloseOnExec) != 0
            || engine.Machine.FindDescriptors(thread) is not { } descriptors)
        {
            return true;
        }

        var first = e.UInt32(1);
        var last = e.UInt32(2);
        foreach (var (number, _) in descriptors.Items())
        {
            if (number >= first && number <= last)
            {
                engine.RemoveDescriptorLater(thread, number);
            }
        }

        return true;
    }
}
