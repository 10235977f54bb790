using System.Runtime.CompilerServices;
using Mesoscope.Events.Schema;

namespace Mesoscope.Machine;

/// <summary>The traits of event types, looked up at the first event of each type.</summary>
sealed class EventTraitTable
{
    /// <summary>The last type that sysdig 0.29.3 knows. It skips the others without counting them.</summary>
    const EventType LastKnownToReference = EventType.SyscallClone3Exit;

    readonly EventTraits[] _traits = new EventTraits[EventSchema.EventTypeCount];

    public EventTraits this[EventType type]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var traits = _traits[(int)type];
            return traits != EventTraits.None ? traits : Add(type);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    EventTraits Add(EventType type) => _traits[(int)type] = Read(EventSchema.Get(type));

    static EventTraits Read(EventInfo info)
    {
        var traits = EventTraits.Known | OfType(info.Type);
        traits |= info.IsEnter ? EventTraits.IsEnter : EventTraits.None;
        traits |= Map(info, EventFlags.UsesFd, EventTraits.UsesFd);
        traits |= Map(info, EventFlags.ModifiesState, EventTraits.ModifiesState);
        traits |= Map(info, EventFlags.SkipsParserReset, EventTraits.SkipsReset);
        traits |= Map(info, EventFlags.ReadsFromFd, EventTraits.ReadsFromFd);
        traits |= Map(info, EventFlags.WritesToFd, EventTraits.WritesToFd);
        traits |= (info.Category & EventCategory.Internal) != 0 ? EventTraits.IsInternal : EventTraits.None;
        traits |= info is { Type: > LastKnownToReference, Kind: EventKind.Metaevent or EventKind.Iterator } ? EventTraits.IsSilent : EventTraits.None;
        traits |= info.Parameters is [{ Name: "res" or "fd" }, ..] ? EventTraits.HasResult : EventTraits.None;
        return traits;
    }

    static EventTraits Map(EventInfo info, EventFlags flag, EventTraits trait) => (info.Flags & flag) != 0 ? trait : EventTraits.None;

    static EventTraits OfType(EventType type) => type switch
    {
        EventType.SyscallCloneV11Exit or EventType.SyscallCloneV16Exit or EventType.SyscallCloneV17Exit or EventType.SyscallCloneV20Exit
            or EventType.SyscallForkExit or EventType.SyscallForkV17Exit or EventType.SyscallForkV20Exit
            or EventType.SyscallVforkExit or EventType.SyscallVforkV17Exit or EventType.SyscallVforkV20Exit
            or EventType.SyscallClone3Exit => EventTraits.KnownThreadOnly,
        EventType.SchedswitchV6Enter => EventTraits.KnownThreadOnly | EventTraits.IsSwitch,
        EventType.ContainerEnter => EventTraits.IsContainerStart,
        EventType.ContainerJsonEnter or EventType.ContainerJsonV2Enter => EventTraits.IsContainer | EventTraits.IsContainerStart,
        EventType.ProcinfoEnter => EventTraits.IsProcessInfo,
        EventType.SyscallWriteExit => EventTraits.IsWrite,
        _ => EventTraits.None,
    };
}
