using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel;

/// <summary>A set of event types, one bit each. Not safe for several threads while it is changed.</summary>
public sealed class EventTypeSet
{
    readonly ulong[] _bits = new ulong[(EventSchema.EventTypeCount + 63) / 64];

    /// <summary>All event types.</summary>
    public static EventTypeSet All
    {
        get
        {
            var all = new EventTypeSet();
            Array.Fill(all._bits, ulong.MaxValue);
            return all;
        }
    }

    /// <summary>True when the type is in the set.</summary>
    /// <param name="type">One of the schema's.</param>
    public bool Contains(EventType type) => (_bits[(int)type >> 6] & (1UL << ((int)type & 63))) != 0;

    /// <summary>Puts a type into the set.</summary>
    /// <param name="type">One of the schema's.</param>
    public void Add(EventType type) => _bits[(int)type >> 6] |= 1UL << ((int)type & 63);

    /// <summary>Takes a type out of the set.</summary>
    /// <param name="type">One of the schema's.</param>
    public void Remove(EventType type) => _bits[(int)type >> 6] &= ~(1UL << ((int)type & 63));
}
