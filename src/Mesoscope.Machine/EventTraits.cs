using Mesoscope.Events.Schema;

namespace Mesoscope.Machine;

/// <summary>What the state engine needs to know of an event type, gathered from the schema once.</summary>
[Flags]
enum EventTraits : ushort
{
    None = 0,

    /// <summary>Set for every type that was looked up.</summary>
    Known = 1 << 0,
    IsEnter = 1 << 1,
    UsesFd = 1 << 2,
    ModifiesState = 1 << 3,

    /// <summary>Leaves alone what is remembered of the thread.</summary>
    SkipsReset = 1 << 4,

    /// <summary>The thread is looked up, but never made up for it: it may be the return of a clone in a child not known yet.</summary>
    KnownThreadOnly = 1 << 5,

    /// <summary>The scheduler's event of the present edition: leaves the thread as it is. The edition before was an event like others.</summary>
    IsSwitch = 1 << 6,

    /// <summary>Tells of a container: belongs to no thread.</summary>
    IsContainer = 1 << 7,

    /// <summary>The first parameter is the result.</summary>
    HasResult = 1 << 8,
    ReadsFromFd = 1 << 9,
    WritesToFd = 1 << 10,
    IsInternal = 1 << 11,

    /// <summary>A process accounting event: has a thread in spite of <see cref="SkipsReset"/>.</summary>
    IsProcessInfo = 1 << 12,

    /// <summary>A container event of any kind: does not count as the first event of a capture.</summary>
    IsContainerStart = 1 << 13,

    /// <summary>A write, which may carry a tracer.</summary>
    IsWrite = 1 << 14,

    /// <summary>
    /// Told by later recorders on their own account (users, groups, process iterators): changes what is known, is not counted and
    /// not shown.
    /// </summary>
    IsSilent = 1 << 15,
}
