using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Filters.Splitting;

/// <summary>
/// A set of kinds of events: event types, and for the two generic types, which carry every system call without a type of its own, those
/// system calls. Immutable, safe for several threads.
/// </summary>
public sealed class EventTypeSet : IEquatable<EventTypeSet>
{
    const int WordBits = 64;

    // Behind the bits of the types stand two for each system call: its enter and its exit event.
    static readonly int s_bits = EventSchema.EventTypeCount + (EventSchema.SyscallCount * 2);

    readonly ulong[] _words;

    EventTypeSet(ulong[] words) => _words = words;

    /// <summary>Everything.</summary>
    public static EventTypeSet All { get; } = Where(static _ => true, static (_, _) => true);

    /// <summary>Nothing.</summary>
    public static EventTypeSet None { get; } = new(NewWords());

    /// <summary>What the state of the machine is made of: the types that the schema calls state changing, both halves of each.</summary>
    public static EventTypeSet ChangingState { get; } =
        Where(static type => (EventSchema.Get(type).Flags & EventFlags.ModifiesState) != 0, static (_, _) => false).WithBothHalves();

    /// <summary>True when it holds nothing.</summary>
    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>True when it holds everything.</summary>
    public bool IsAll => Equals(All);

    /// <summary>The set of all kinds for which a rule holds.</summary>
    /// <param name="hasType">Asked for every event type but the generic ones.</param>
    /// <param name="hasSyscall">Asked for every system call of the schema, for enter (true) and exit, as what a generic event carries.</param>
    public static EventTypeSet Where(Predicate<EventType> hasType, Func<int, bool, bool> hasSyscall)
    {
        var words = NewWords();
        for (var type = (EventType)0; EventSchema.IsKnown(type); type++)
        {
            if (type is not (EventType.GenericEnter or EventType.GenericExit) && hasType(type))
            {
                Set(words, (int)type);
            }
        }

        for (var number = 0; number < EventSchema.SyscallCount; number++)
        {
            foreach (var isEnter in (ReadOnlySpan<bool>)[true, false])
            {
                if (hasSyscall(number, isEnter))
                {
                    Set(words, SyscallBit(number, isEnter));
                }
            }
        }

        return new EventTypeSet(words);
    }

    /// <summary>Whether it holds an event type. For a generic type: whether it holds any system call in that direction.</summary>
    public bool Contains(EventType type)
    {
        if (type is not (EventType.GenericEnter or EventType.GenericExit))
        {
            return Has((int)type);
        }

        for (var number = 0; number < EventSchema.SyscallCount; number++)
        {
            if (Has(SyscallBit(number, type == EventType.GenericEnter)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it holds the generic events of a system call.</summary>
    /// <param name="number">The system call's number in the capture format; those beyond the schema count as number 0.</param>
    /// <param name="isEnter">True for the enter event.</param>
    public bool ContainsSyscall(int number, bool isEnter) => Has(SyscallBit((uint)number < (uint)EventSchema.SyscallCount ? number : 0, isEnter));

    /// <summary>What is in both.</summary>
    public EventTypeSet And(EventTypeSet other) => Combine(other, static (a, b) => a & b);

    /// <summary>What is in either.</summary>
    public EventTypeSet Or(EventTypeSet other) => Combine(other, static (a, b) => a | b);

    /// <summary>What is in this one only.</summary>
    public EventTypeSet Except(EventTypeSet other) => Combine(other, static (a, b) => a & ~b);

    /// <summary>With the enter event to every exit event, which without it knows neither its descriptor nor how long the call took.</summary>
    public EventTypeSet WithEnterEvents() => Or(
        Where(type => EventSchema.Get(type).IsEnter && IsPaired(type) && Has((int)type + 1), (number, isEnter) => isEnter && Has(SyscallBit(number, false))));

    EventTypeSet WithBothHalves() => WithEnterEvents().Or(
        Where(type => !EventSchema.Get(type).IsEnter && IsPaired(type) && Has((int)type - 1), static (_, _) => false));

    /// <inheritdoc/>
    public bool Equals(EventTypeSet? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EventTypeSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_words.AsSpan()));
        return hash.ToHashCode();
    }

    static bool IsPaired(EventType type) => EventSchema.Get(type).Kind == EventKind.Syscall && EventSchema.IsKnown((EventType)((int)type | 1));

    static ulong[] NewWords() => new ulong[(s_bits + WordBits - 1) / WordBits];

    static int SyscallBit(int number, bool isEnter) => EventSchema.EventTypeCount + (number * 2) + (isEnter ? 0 : 1);

    static void Set(ulong[] words, int bit) => words[bit / WordBits] |= 1UL << (bit % WordBits);

    bool Has(int bit) => (_words[bit / WordBits] & (1UL << (bit % WordBits))) != 0;

    EventTypeSet Combine(EventTypeSet other, Func<ulong, ulong, ulong> combine) =>
        new([.. _words.Zip(other._words, combine)]);
}
