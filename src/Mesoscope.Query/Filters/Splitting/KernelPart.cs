using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Filters.Splitting;

/// <summary>
/// What the kernel can ask of an event: all of these conditions hold. Immutable. What a splitter returns excludes no processes. Names are those that a thread got when it was started
/// or executed a program, as <c>proc.name</c> has them.
/// </summary>
public sealed record KernelPart
{
    /// <summary>The conditions of no filter: everything.</summary>
    public static KernelPart Everything { get; } = new();

    /// <summary>The conditions that nothing meets.</summary>
    public static KernelPart Nothing { get; } = new() { Types = EventTypeSet.None };

    /// <summary>Kinds of events.</summary>
    public EventTypeSet Types { get; init; } = EventTypeSet.All;

    /// <summary>Thread ids.</summary>
    public KeySet<long> Tids { get; init; } = new();

    /// <summary>Process ids.</summary>
    public KeySet<long> Pids { get; init; } = new();

    /// <summary>Names of programs.</summary>
    public KeySet<string> Comms { get; init; } = new();

    /// <summary>Containers by the id that <c>container.id</c> shows.</summary>
    public KeySet<string> Containers { get; init; } = new();

    /// <summary>Processes, one of which the event's process descends from. Never an exclusion but everything.</summary>
    public KeySet<long> Ancestors { get; init; } = new();

    /// <summary>
    /// The kinds that have to arrive for the wanted ones to be what they are: also the enter event of each exit event, and the writes that
    /// tracers are made of. What the state is made of (<see cref="EventTypeSet.ChangingState"/>) comes on top, from all processes.
    /// </summary>
    public EventTypeSet ArrivingTypes
    {
        get
        {
            var isWrite = Types.Contains(EventType.TracerEnter) || Types.Contains(EventType.TracerExit);
            var writes = EventTypeSet.Where(type => isWrite && type is EventType.SyscallWriteExit, static (_, _) => false);
            return Types.Or(writes).WithEnterEvents();
        }
    }

    /// <summary>True when every event meets the conditions.</summary>
    public bool IsEverything => Types.IsAll && AreProcessesAll;

    /// <summary>True when the conditions ask nothing of the process.</summary>
    public bool AreProcessesAll => Tids.IsAll && Pids.IsAll && Comms.IsAll && Containers.IsAll && Ancestors.IsAll;

    /// <summary>True when no event can meet them.</summary>
    public bool IsNothing => Types.IsEmpty || Tids.IsEmpty || Pids.IsEmpty || Comms.IsEmpty || Containers.IsEmpty || Ancestors.IsEmpty;

    /// <summary>The conditions of both.</summary>
    internal KernelPart And(KernelPart other) => new()
    {
        Types = Types.And(other.Types),
        Tids = Tids.And(other.Tids),
        Pids = Pids.And(other.Pids),
        Comms = Comms.And(other.Comms),
        Containers = Containers.And(other.Containers),
        Ancestors = AndAncestors(other),
    };

    /// <summary>Conditions that hold wherever those of one of the two do; perhaps elsewhere, too.</summary>
    internal KernelPart Or(KernelPart other) => IsNothing ? other : other.IsNothing ? this : new KernelPart
    {
        Types = Types.Or(other.Types),
        Tids = Tids.Or(other.Tids),
        Pids = Pids.Or(other.Pids),
        Comms = Comms.Or(other.Comms),
        Containers = Containers.Or(other.Containers),
        Ancestors = Ancestors.Or(other.Ancestors),
    };

    /// <summary>In how many of the conditions the two differ.</summary>
    internal int CountDifferences(KernelPart other) =>
        Convert.ToInt32(!Types.Equals(other.Types)) + Convert.ToInt32(!Tids.Equals(other.Tids)) + Convert.ToInt32(!Pids.Equals(other.Pids))
        + Convert.ToInt32(!Comms.Equals(other.Comms)) + Convert.ToInt32(!Containers.Equals(other.Containers))
        + Convert.ToInt32(!Ancestors.Equals(other.Ancestors));

    // A process has several ancestors, so that being below one of two sets does not mean being below their intersection: one of them has to do.
    KeySet<long> AndAncestors(KernelPart other) => Ancestors.IsAll ? other.Ancestors : Ancestors;
}
