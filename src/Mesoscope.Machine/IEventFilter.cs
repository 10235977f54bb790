using Mesoscope.Events.Schema;

namespace Mesoscope.Machine;

/// <summary>Decides which events are wanted.</summary>
public interface IEventFilter
{
    /// <summary>True when the event is wanted. May read the whole context, changes nothing of it.</summary>
    bool Matches(EventContext context);

    /// <summary>
    /// False when no event of the type is ever wanted, so that nobody needs to prepare the context for <see cref="Matches"/>. Cheap:
    /// meant to be asked for every event. True, the default, promises nothing.
    /// </summary>
    bool CanMatch(EventType type) => true;
}
