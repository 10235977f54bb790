using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Handlers;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <summary>
/// Applies events to the machine, one after the other, and says which of them are to be shown. The only writer of the machine's state
/// after its first one. Not safe for several threads.
/// </summary>
public sealed partial class StateEngine
{
    const ThreadFlags Active = ThreadFlags.Active;
    readonly EventTraitTable _traits = new();
    readonly StateHandler?[] _handlers = HandlerTable.Create();
    readonly StateEngineOptions _options;
    long _number;
    int _section;
    bool _hasStarted;
    bool _isHidden;

    /// <summary>An engine over a machine.</summary>
    /// <param name="machine">The machine, its first state complete before the first event.</param>
    /// <param name="context">Its event is what <see cref="Process"/> takes; the rest is filled in for the fields.</param>
    /// <param name="options">How to decide what is shown.</param>
    public StateEngine(MachineState machine, EventContext context, StateEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Machine = machine;
        Context = context;
        _options = options;
        _section = machine.SectionCount;
    }

    /// <summary>How many events were processed; the number of the last one.</summary>
    public long EventCount => _number;

    /// <summary>The machine.</summary>
    internal MachineState Machine { get; }

    /// <summary>The event under hand with what is known of it.</summary>
    internal EventContext Context { get; }

    internal StateEngineOptions Options => _options;

    /// <summary>Who reads tracers, or null when nobody does.</summary>
    internal ITracerHandler? Tracers { get; set; } = new Tracers.TracerHandler();

    /// <summary>
    /// Numbers the event of the context, applies it to the machine and asks the filter. The context is then complete until the next call.
    /// </summary>
    /// <param name="filter">
    /// Decides what is wanted, or null for all. It is asked after events that change the state were applied and before the others are; a
    /// thread whose event it does not want starts over with its next one.
    /// </param>
    /// <returns>True when the event is to be shown.</returns>
    public bool Process(IEventFilter? filter)
    {
        var context = Context;
        var e = context.Event;
        var type = e.Type;
        var traits = _traits[type];
        if ((traits & EventTraits.IsSilent) != 0)
        {
            return ApplySilently(traits);
        }

        if (!_hasStarted || _section != Machine.SectionCount)
        {
            if (BeginSection(traits))
            {
                return false;
            }
        }

        if (Machine.FirstEventTime == 0 && (traits & EventTraits.IsContainer) == 0)
        {
            Machine.FirstEventTime = e.Timestamp;
        }

        e.Number = ++_number;
        Machine.LastEventTime = e.Timestamp;
        if (_hasRemovals)
        {
            RemoveWhatEnded();
        }

        if (filter is not null && (traits & (EventTraits.ModifiesState | EventTraits.IsWrite)) == 0 && !filter.CanMatch(type))
        {
            if (TryPassOver(traits))
            {
                return false;
            }
        }

        Prepare(traits);
        var isFilteredLate = false;
        if (filter is not null)
        {
            isFilteredLate = (traits & EventTraits.ModifiesState) != 0 || ((traits & EventTraits.IsWrite) != 0 && MayBeTracer());
            if (!isFilteredLate && !MatchesFilter(filter, traits))
            {
                Disregard(traits);
                return Hide(traits);
            }
        }

        _isHidden = false;
        var handler = _handlers[(int)type];
        if (handler is not null)
        {
            if (!handler.Handle(this))
            {
                return Hide(traits);
            }

            type = e.Type;
        }

        if (isFilteredLate)
        {
            if (!MatchesFilter(filter!, traits))
            {
                return Hide(traits);
            }

            _isHidden = false;
        }

        return Conclude(traits);
    }

    /// <summary>Keeps the event out of sight, unless a filter wants it.</summary>
    internal void HideEvent() => _isHidden = true;

    // Fields look the thread up when the event came without: the child of a clone that made it, or an event that is nobody's.
    bool MatchesFilter(IEventFilter filter, EventTraits traits)
    {
        var context = Context;
        if (!filter.CanMatch(context.Event.Type))
        {
            return false;
        }

        context.FindLateThread((traits & EventTraits.SkipsReset) != 0);
        return filter.Matches(context);
    }

    bool Conclude(EventTraits traits)
    {
        var context = Context;
        var e = context.Event;
        if (context.Descriptor is { } descriptor)
        {
            context.IsDescriptorNameChanged =
                !ReferenceEquals(descriptor.Name, descriptor.PreviousName) && !descriptor.Name.AsSpan().SequenceEqual(descriptor.PreviousName);
        }

        if (_isHidden || (e.BlockFlags & EventBlockFlags.StateOnly) != 0)
        {
            if (!Hide(traits))
            {
                return false;
            }
        }

        if (context.OwnThread is not { } thread)
        {
            context.FindLateThread((traits & EventTraits.SkipsReset) != 0);
        }
        else
        {
            if ((traits & EventTraits.IsEnter) == 0 && thread.LastEventDataLength != 0)
            {
                thread.LastEventDataLength = 0;
                thread.IsLastEventValid = false;
            }

            if ((traits & EventTraits.IsSwitch) == 0 && e.Type != EventType.SchedswitchV1Enter)
            {
                thread.PreviousEventTime = thread.LastEventTime;
                thread.LastEventTime = e.Timestamp;
            }
        }

        return true;
    }

    bool Hide(EventTraits traits) => _options.ShowsInternalEvents && (traits & EventTraits.IsInternal) != 0;

    bool ApplySilently(EventTraits traits)
    {
        Prepare(traits);
        _handlers[(int)Context.Event.Type]?.Handle(this);
        return false;
    }

    // Container events before the first other event describe what there was at the start; they are applied, not shown. Those of a later
    // section don't count either.
    bool BeginSection(EventTraits traits)
    {
        if (_section != Machine.SectionCount)
        {
            _section = Machine.SectionCount;
            _hasStarted = false;
            ForgetRemovals();
        }

        if ((traits & EventTraits.IsContainerStart) == 0)
        {
            _hasStarted = true;
            return false;
        }

        if (Machine.SectionCount <= 1)
        {
            Context.Event.Number = ++_number;
        }

        _ = ApplySilently(traits);
        return true;
    }
}
