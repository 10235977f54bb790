namespace Mesoscope.Machine;

/// <summary>Decides which events are wanted.</summary>
public interface IEventFilter
{
    /// <summary>True when the event is wanted. May read the whole context, changes nothing of it.</summary>
    bool Matches(EventContext context);
}
